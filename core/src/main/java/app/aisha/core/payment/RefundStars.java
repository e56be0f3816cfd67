package app.aisha.core.payment;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.Transactions;
import java.util.Optional;

/**
 * Begins to give the stars of a payment back, by order of an admin: the credits are taken at once, Telegram is asked by a
 * job. What was spent already cannot be taken and is written off.
 */
public final class RefundStars {

    /** What became of the order. */
    public sealed interface Outcome {

        /**
         * Telegram is being asked.
         *
         * @param taken credits that were taken back
         * @param writtenOff credits that were spent already
         */
        record Begun(Credits taken, Credits writtenOff) implements Outcome {}

        /** It began before and is not over. */
        record UnderWay(Credits taken, Credits writtenOff) implements Outcome {}

        record RefundedAlready() implements Outcome {}

        /** The buyer deleted the account, and with it who the stars would go to. */
        record BuyerGone() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final StarPayments payments;
    private final TakeBackCredits takeBack;
    private final Jobs jobs;
    private final Transactions transactions;

    public RefundStars(StarPayments payments, TakeBackCredits takeBack, Jobs jobs, Transactions transactions) {
        this.payments = payments;
        this.takeBack = takeBack;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /**
     * Safe to call any number of times, also at once.
     *
     * @param orderedBy the admin, who is told where Telegram refuses; empty where nobody can be told
     * @param reason for the receipt
     */
    public Outcome refund(PaymentId id, Optional<UserId> orderedBy, String reason) {
        try {
            return transactions.call(() -> refundOnce(id, orderedBy, reason));
        } catch (StaleState _) {
            return transactions.call(() -> refundOnce(id, orderedBy, reason));
        }
    }

    private Outcome refundOnce(PaymentId id, Optional<UserId> orderedBy, String reason) {
        return switch (payments.find(id).orElse(null)) {
            case null -> new Outcome.Unknown();
            case StarPayment.Paid paid when paid.heading().buyer().isEmpty() -> new Outcome.BuyerGone();
            case StarPayment.Paid paid -> {
                var refunding = begin(paid, orderedBy, reason);
                yield new Outcome.Begun(
                        refunding.refund().taken(), refunding.refund().writtenOff());
            }
            case StarPayment.Refunding refunding -> {
                ask(refunding);
                yield new Outcome.UnderWay(
                        refunding.refund().taken(), refunding.refund().writtenOff());
            }
            case StarPayment.Refunded _ -> new Outcome.RefundedAlready();
        };
    }

    private StarPayment.Refunding begin(StarPayment.Paid paid, Optional<UserId> orderedBy, String reason) {
        var refunding = paid.refunding(takeBack.take(paid, orderedBy, reason));
        payments.save(refunding);
        ask(refunding);
        return refunding;
    }

    private void ask(StarPayment.Refunding refunding) {
        jobs.enqueue(new PaymentJob.Refund(refunding.id(), refunding.heading().version()));
    }
}
