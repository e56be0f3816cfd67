package app.aisha.core.payment;

import app.aisha.core.work.Job;

/** Long work on payments. */
public sealed interface PaymentJob extends Job {

    /**
     * Has Telegram give the stars of a payment back.
     *
     * @param attempt tells a refund from the ones that were refused before
     */
    record Refund(PaymentId payment, int attempt) implements PaymentJob {

        @Override
        public String subject() {
            return payment.value() + "/" + attempt;
        }
    }
}
