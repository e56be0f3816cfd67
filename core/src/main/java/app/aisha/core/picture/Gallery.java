package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.AvatarId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds finished pictures, newest first. Thread-safe. */
public interface Gallery {

    /**
     * The pictures after the given one.
     *
     * @param after the last one of the page before; empty for the first page
     * @param most 1 to 100
     */
    List<Picture.Ready> page(UserId owner, Filter filter, Optional<PictureId> after, int most);

    /**
     * The pictures before the given one, nearest last, so that they too are newest first.
     *
     * @param most 1 to 100
     */
    List<Picture.Ready> pageBefore(UserId owner, Filter filter, PictureId before, int most);

    /** How many there are, counted up to the limit. */
    int count(UserId owner, Filter filter, int limit);

    /** What the owner has made so far. */
    Figures figures(UserId owner);

    /**
     * Which pictures are meant; empty parts let all through.
     *
     * @param avatar of this one; {@link Optional#empty} for all
     * @param since ordered at this moment or later, as the time in its id says
     * @param words each of them is in the prompt or in its reading, whatever the case; a storage may know other forms of a word
     *     too and let out words that say nothing
     */
    record Filter(Optional<AvatarId> avatar, boolean favourites, Optional<Instant> since, Optional<String> words) {

        public static final Filter ALL = new Filter(Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /**
     * Counts and sums.
     *
     * @param bytes of all pictures
     * @param first when the first that is still there was made
     * @param avatars pictures of each avatar, most first
     */
    record Figures(long pictures, long favourites, long bytes, Optional<Instant> first, List<OfAvatar> avatars) {

        public Figures {
            avatars = List.copyOf(avatars);
        }
    }

    /**
     * How many pictures an avatar has.
     *
     * @param name that it has; where it is no more, the one it had when the latest of them was ordered
     */
    record OfAvatar(AvatarId avatar, String name, long pictures) {}
}
