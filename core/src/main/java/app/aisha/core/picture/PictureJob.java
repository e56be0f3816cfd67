package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.work.Job;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Long work about pictures. */
public sealed interface PictureJob extends Job {

    /** Has the wish of an order put into words. */
    record Compose(OrderId order) implements PictureJob {

        @Override
        public String subject() {
            return order.value().toString();
        }
    }

    /** Takes a picture one step further, again and again until it is over. */
    record Paint(PictureId picture) implements PictureJob {

        @Override
        public String subject() {
            return picture.value().toString();
        }
    }

    /** Stops a picture its owner cancelled at the painter too. */
    record Stop(PictureId picture) implements PictureJob {

        @Override
        public String subject() {
            return picture.value().toString();
        }
    }

    /** Empties the folder of a picture that is no more. */
    record RemoveFiles(UserId owner, PictureId picture) implements PictureJob {

        @Override
        public String subject() {
            return owner.value() + "/" + picture.value();
        }

        /** The job of a subject. */
        public static RemoveFiles of(String subject) {
            var slash = subject.indexOf('/');
            return new RemoveFiles(
                    new UserId(UUID.fromString(subject.substring(0, slash))),
                    new PictureId(UUID.fromString(subject.substring(slash + 1))));
        }
    }

    /**
     * Has the painter forget a painting that nobody will ask after.
     *
     * @param request the painter's id of it
     */
    record Forget(String request) implements PictureJob {

        @Override
        public String subject() {
            return request;
        }
    }

    /**
     * Has the painter stop, and a little later forget, a painting whose picture was gone when the painter answered.
     *
     * @param request the painter's id of it
     * @param cancel where it is stopped
     * @param at when it was answered, to the second
     */
    record Discard(String request, URI cancel, Instant at) implements PictureJob {

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

    /** Empties a folder of photos, unless a picture or an order of the owner's still needs one of them. */
    record RemovePhotos(UserId owner, MediaKey folder) implements PictureJob {

        /** Of the photos that this subject consists of, if it does. */
        static Optional<RemovePhotos> of(UserId owner, Subject subject) {
            return switch (subject) {
                case Subject.OfAvatar _ -> Optional.empty();
                case Subject.OfPhotos(var photos) ->
                    Optional.of(new RemovePhotos(owner, photos.getFirst().folder()));
            };
        }

        @Override
        public String subject() {
            return owner.value() + "/" + folder.value();
        }

        /** The job of a subject. */
        public static RemovePhotos of(String subject) {
            var slash = subject.indexOf('/');
            return new RemovePhotos(
                    new UserId(UUID.fromString(subject.substring(0, slash))),
                    new MediaKey(subject.substring(slash + 1)));
        }
    }
}
