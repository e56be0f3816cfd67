package app.aisha.core.avatar;

import app.aisha.core.account.PhotoRetention;
import app.aisha.core.account.Users;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Removes the photos of a finished avatar when their owner wants them gone; the small copy of the cover stays. */
public final class DropAvatarPhotos {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration LOOK = Duration.ofHours(1);

    private final Avatars avatars;
    private final AvatarPhotos photos;
    private final Users users;
    private final MediaStore media;
    private final Transactions transactions;
    private final InstantSource clock;

    public DropAvatarPhotos(
            Avatars avatars,
            AvatarPhotos photos,
            Users users,
            MediaStore media,
            Transactions transactions,
            InstantSource clock) {
        this.avatars = avatars;
        this.photos = photos;
        this.users = users;
        this.media = media;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Answers when to come again, if at all. */
    public JobOutcome drop(AvatarId id) {
        if (!(avatars.find(id).orElse(null) instanceof Avatar.Ready ready)) {
            return new JobOutcome.Finished();
        }
        var wish = users.find(ready.owner())
                .map(owner -> owner.preferences().photoRetention())
                .orElse(PhotoRetention.DELETE_AT_ONCE);
        return switch (wish) {
            case KEEP -> new JobOutcome.Finished();
            case DELETE_AT_ONCE -> dropped(ready);
            case DELETE_AFTER_7_DAYS -> {
                var left = WEEK.minus(Duration.between(ready.at(), clock.instant()));
                yield left.isPositive()
                        ? new JobOutcome.Again(soonest(left), "its photos are kept for a week")
                        : dropped(ready);
            }
        };
    }

    /** Its owner may change their mind in the meantime. */
    private static Duration soonest(Duration left) {
        return left.compareTo(LOOK) < 0 ? left : LOOK;
    }

    private JobOutcome dropped(Avatar.Ready ready) {
        try {
            for (var photo : photos.of(ready.id())) {
                media.delete(photo.heading().key());
                if (!ready.heading().cover().equals(Optional.of(photo.heading().thumbnail()))) {
                    media.delete(photo.heading().thumbnail());
                }
            }
            transactions.run(() -> photos.of(ready.id()).forEach(photo -> photos.drop(photo.id())));
            return new JobOutcome.Finished();
        } catch (MediaUnavailable e) {
            return new JobOutcome.Again(Duration.ofMinutes(1), String.valueOf(e.getMessage()));
        }
    }
}
