package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Notice;

/** What is told about pictures without being asked this moment; what it says is read off the order and its pictures. */
public sealed interface PictureNotice extends Notice {

    OrderId order();

    @Override
    default boolean last() {
        return false;
    }

    /**
     * The wish was put into words, or could not be.
     *
     * @param problem why there are no new words; {@link Trouble#NONE} where there are
     * @param version of the order; each answer has a message of its own, because an edit rings no bell
     */
    record Worded(UserId recipient, OrderId order, Trouble problem, int version) implements PictureNotice {

        @Override
        public String anchor() {
            return "order:%s:words:%d".formatted(order.value(), version);
        }
    }

    /** How the pictures of an order are coming along. */
    record Progressed(UserId recipient, OrderId order) implements PictureNotice {

        @Override
        public String anchor() {
            return "order:%s:progress".formatted(order.value());
        }
    }

    /**
     * All pictures of an order are over: there, refused, failed or cancelled.
     *
     * @param lastOne the one that ended last
     * @param version of it at its end; each end has a message, also that of a picture that came after all
     */
    record Over(UserId recipient, OrderId order, PictureId lastOne, int version) implements PictureNotice {

        @Override
        public String anchor() {
            return "order:%s:over:%s:%d".formatted(order.value(), lastOne.value(), version);
        }

        @Override
        public boolean last() {
            return true;
        }
    }

    /** Why a wish was not put into words. */
    enum Trouble {
        NONE,
        /** The model will not write this. */
        REFUSED,
        /** Nothing useful came; the words stay as they were. */
        NOT_UNDERSTOOD,
        /** There is no speech in the voice message. */
        NOTHING_SAID,
        /** The voice message or the reference cannot be fetched or opened. */
        UNREADABLE,
        /** The model reads and does not look at pictures. */
        NOBODY_LOOKS,
        /** The service could not be reached for too long. */
        NO_SERVICE
    }
}
