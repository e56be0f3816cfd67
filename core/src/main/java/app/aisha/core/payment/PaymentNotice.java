package app.aisha.core.payment;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Notice;

/** What becomes of payments. Each is a message of its own. */
public sealed interface PaymentNotice extends Notice {

    PaymentId payment();

    @Override
    default boolean last() {
        return true;
    }

    /** The credits are on the balance. */
    record Paid(UserId recipient, PaymentId payment) implements PaymentNotice {

        @Override
        public String anchor() {
            return "payment:" + payment.value();
        }
    }

    /** The stars are back. */
    record Refunded(UserId recipient, PaymentId payment) implements PaymentNotice {

        @Override
        public String anchor() {
            return "refund:" + payment.value();
        }
    }

    /**
     * Telegram refused to give the stars back; for the admin who ordered it.
     *
     * @param attempt tells it from earlier ones of the same payment
     */
    record RefundRefused(UserId recipient, PaymentId payment, int attempt) implements PaymentNotice {

        @Override
        public String anchor() {
            return "refund-refused:" + payment.value() + "/" + attempt;
        }
    }
}
