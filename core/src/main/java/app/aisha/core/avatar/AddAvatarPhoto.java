package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Takes a photo in for the owner's latest draft: from here on it is looked at, and what became of it is told. */
public final class AddAvatarPhoto {

    /** Above all numbers of messages. */
    private static final long ALBUMS = 1L << 40;

    /** Photos of an avatar that are noted, refused ones included, as a multiple of what its set takes. */
    private static final int REFUSALS = 5;

    private final Avatars avatars;
    private final AvatarPhotos photos;
    private final AvatarRules rules;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Transactions transactions;
    private final TimeOrderedIds ids;

    public AddAvatarPhoto(
            Avatars avatars,
            AvatarPhotos photos,
            AvatarRules rules,
            Jobs jobs,
            Outbox outbox,
            Transactions transactions,
            TimeOrderedIds ids) {
        this.avatars = avatars;
        this.photos = photos;
        this.rules = rules;
        this.jobs = jobs;
        this.outbox = outbox;
        this.transactions = transactions;
        this.ids = ids;
    }

    /**
     * A photo as it was sent.
     *
     * @param message number of its message
     * @param file Telegram's {@code file_id}
     * @param album by which Telegram ties messages together that were sent at once
     */
    public record SentPhoto(long message, String file, Optional<String> album) {}

    /** What became of it. */
    public sealed interface Outcome {

        record Accepted(AvatarId avatar) implements Outcome {}

        /** This message was taken in before; nothing is done twice. */
        record KnownAlready() implements Outcome {}

        /** There is no draft it could belong to. */
        record NoDraft() implements Outcome {}

        /** Far more than the set takes was sent; this one is not even noted. */
        record Flooded(int limit) implements Outcome {}
    }

    /** Safe to call any number of times for one message. */
    public Outcome add(UserId owner, SentPhoto sent) {
        return transactions.call(() -> avatars.of(owner).stream()
                .filter(Avatar.Draft.class::isInstance)
                .max(Comparator.comparing(draft -> draft.id().value()))
                .flatMap(draft -> avatars.lock(draft.id()))
                .filter(Avatar.Draft.class::isInstance)
                .map(draft -> add(draft, sent))
                .orElseGet(Outcome.NoDraft::new));
    }

    private Outcome add(Avatar draft, SentPhoto sent) {
        var all = photos.of(draft.id());
        if (all.stream().anyMatch(photo -> photo.heading().message() == sent.message())) {
            return new Outcome.KnownAlready();
        }
        var limit = rules.set(draft.heading().type()).most();
        if (all.size() >= limit * REFUSALS) {
            return new Outcome.Flooded(limit);
        }
        var order =
                all.stream().mapToInt(photo -> photo.heading().order()).max().orElse(0) + 1;
        var heading = new AvatarPhoto.Heading(
                new PhotoId(ids.next()),
                draft.id(),
                draft.owner(),
                sent.file(),
                sent.message(),
                batch(all, sent),
                order);
        take(new AvatarPhoto.Pending(heading), isFull(all, limit));
        return new Outcome.Accepted(draft.id());
    }

    private static boolean isFull(List<AvatarPhoto> all, int limit) {
        return all.stream()
                        .filter(photo -> !(photo instanceof AvatarPhoto.Refused))
                        .count()
                >= limit;
    }

    /** What is over the limit is told together with the rest of its batch. */
    private void take(AvatarPhoto.Pending photo, boolean isFull) {
        if (isFull) {
            photos.add(photo.refused(PhotoProblem.OVER_LIMIT, Optional.empty()));
        } else {
            photos.add(photo);
            jobs.enqueue(new AvatarJob.CheckPhoto(photo.id()));
        }
        outbox.post(new AvatarNotice.PhotosChecked(
                photo.owner(), photo.avatar(), photo.heading().batch()));
    }

    /** One batch for an album and for what comes while others are still looked at; so nobody gets ten messages. */
    private static long batch(List<AvatarPhoto> all, SentPhoto sent) {
        var album = sent.album().map(name -> Integer.toUnsignedLong(name.hashCode()) + ALBUMS);
        return album.filter(
                        known -> all.stream().anyMatch(photo -> photo.heading().batch() == known))
                .or(() -> all.stream()
                        .filter(AvatarPhoto.Pending.class::isInstance)
                        .map(photo -> photo.heading().batch())
                        .findFirst())
                .or(() -> album)
                .orElse(sent.message());
    }
}
