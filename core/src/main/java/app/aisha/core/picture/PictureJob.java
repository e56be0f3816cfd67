package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Job;
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
}
