package app.aisha.core.payment;

import app.aisha.core.work.Outbox;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.Transactions;
import java.util.Optional;

/** Notes that Telegram gave the stars of a charge back, at our request or of its own accord. */
public final class NoteRefund {

    private static final String BY_TELEGRAM = "Telegram";

    /** What the news met. */
    public sealed interface Outcome {

        record Noted(StarPayment.Refunded payment) implements Outcome {}

        record KnownAlready() implements Outcome {}

        /** We know of no such charge. */
        record Unknown() implements Outcome {}
    }

    private final StarPayments payments;
    private final TakeBackCredits takeBack;
    private final Outbox outbox;
    private final Transactions transactions;

    public NoteRefund(StarPayments payments, TakeBackCredits takeBack, Outbox outbox, Transactions transactions) {
        this.payments = payments;
        this.takeBack = takeBack;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** Safe to call any number of times, also at once. */
    public Outcome note(String charge) {
        try {
            return transactions.call(() -> noteOnce(charge));
        } catch (StaleState _) {
            return transactions.call(() -> noteOnce(charge));
        }
    }

    private Outcome noteOnce(String charge) {
        return switch (payments.charged(charge).orElse(null)) {
            case null -> new Outcome.Unknown();
            case StarPayment.Paid paid ->
                noted(paid.refundedByTelegram(takeBack.take(paid, Optional.empty(), BY_TELEGRAM)));
            case StarPayment.Refunding refunding -> noted(refunding.refunded());
            case StarPayment.Refunded _ -> new Outcome.KnownAlready();
        };
    }

    private Outcome noted(StarPayment.Refunded refunded) {
        payments.save(refunded);
        refunded.heading().buyer().ifPresent(buyer -> outbox.post(new PaymentNotice.Refunded(buyer, refunded.id())));
        return new Outcome.Noted(refunded);
    }
}
