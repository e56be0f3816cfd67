package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.PhotoInspector.PhotoLook;
import app.aisha.core.media.MediaKey;
import java.util.Optional;

/** A photo somebody sent for an avatar. */
public sealed interface AvatarPhoto {

    Heading heading();

    default PhotoId id() {
        return heading().id();
    }

    default AvatarId avatar() {
        return heading().avatar();
    }

    default UserId owner() {
        return heading().owner();
    }

    /**
     * What all have in common.
     *
     * @param file Telegram's {@code file_id}
     * @param message number of the message it came in
     * @param batch photos of one batch are told of in one message
     * @param order counts the photos of an avatar as they came, from 1
     */
    record Heading(PhotoId id, AvatarId avatar, UserId owner, String file, long message, long batch, int order) {

        /** Where its clean copy is kept. */
        public MediaKey key() {
            return new MediaKey(folder() + ".jpg");
        }

        /** Where its small copy is kept. */
        public MediaKey thumbnail() {
            return new MediaKey(folder() + "-small.jpg");
        }

        private String folder() {
            return "users/%s/avatars/%s/photos/%s".formatted(owner.value(), avatar.value(), id.value());
        }
    }

    /** Taken in; nobody has looked at it. */
    record Pending(Heading heading) implements AvatarPhoto {

        public Usable usable(PhotoLook look) {
            return new Usable(heading, heading.key(), heading.thumbnail(), look);
        }

        /** Not taken, with a small copy to show where there is a picture at all. */
        public Refused refused(PhotoProblem problem, Optional<MediaKey> thumbnail) {
            return new Refused(heading, problem, thumbnail);
        }
    }

    /** In our store, clean. */
    record Usable(Heading heading, MediaKey key, MediaKey thumbnail, PhotoLook look) implements AvatarPhoto {}

    /** Not taken. */
    record Refused(Heading heading, PhotoProblem problem, Optional<MediaKey> thumbnail) implements AvatarPhoto {}
}
