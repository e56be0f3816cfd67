package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Job;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Long work about avatars. */
public sealed interface AvatarJob extends Job {

    /** Those that need to know no more than which avatar. */
    sealed interface OfAvatar extends AvatarJob {

        AvatarId avatar();

        @Override
        default String subject() {
            return avatar().value().toString();
        }
    }

    /** Looks into a photo. */
    record CheckPhoto(PhotoId photo) implements AvatarJob {

        @Override
        public String subject() {
            return photo.value().toString();
        }
    }

    /** Takes a training one step further, again and again until it is over. */
    record Train(AvatarId avatar) implements OfAvatar {}

    /** The same at once, because the trainer rang. */
    record Rung(AvatarId avatar) implements OfAvatar {}

    /** Stops a training its owner cancelled at the trainer too. */
    record Stop(AvatarId avatar) implements OfAvatar {}

    /** Removes the photos of a finished avatar when their owner wants them gone. */
    record DropPhotos(AvatarId avatar) implements OfAvatar {}

    /**
     * Has the trainer forget a training that nobody will ask after.
     *
     * @param request the trainer's id of it
     */
    record Forget(String request) implements AvatarJob {

        @Override
        public String subject() {
            return request;
        }
    }

    /**
     * Has the trainer stop, and a little later forget, a training whose avatar was gone when the trainer answered.
     *
     * @param request the trainer's id of it
     * @param cancel where it is stopped
     * @param at when it was answered, to the second
     */
    record Discard(String request, URI cancel, Instant at) implements AvatarJob {

        @Override
        public String subject() {
            return "%d %s %s".formatted(at.getEpochSecond(), request, cancel);
        }

        /** The job of a subject. */
        public static Discard of(String subject) {
            var parts = subject.split(" ", 3);
            return new Discard(parts[1], URI.create(parts[2]), Instant.ofEpochSecond(Long.parseLong(parts[0])));
        }
    }

    /**
     * Empties the folder of an avatar that is no more, and has the trainer forget it.
     *
     * @param request the trainer's id of its training
     */
    record RemoveFiles(UserId owner, AvatarId avatar, Optional<String> request) implements AvatarJob {

        @Override
        public String subject() {
            return "%s/%s/%s".formatted(owner.value(), avatar.value(), request.orElse(""));
        }

        /** The job of a subject. */
        public static RemoveFiles of(String subject) {
            var parts = subject.split("/", 3);
            return new RemoveFiles(
                    new UserId(UUID.fromString(parts[0])),
                    new AvatarId(UUID.fromString(parts[1])),
                    Optional.of(parts[2]).filter(id -> !id.isEmpty()));
        }
    }
}
