package app.aisha.core.payment;

import app.aisha.core.account.User;
import app.aisha.core.account.Users;
import app.aisha.core.payment.Cashier.Payback;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.Transactions;
import java.time.Duration;

/**
 * Has Telegram give the stars of a payment back, and asks again until it says what became of it. Where it refuses for good the
 * buyer gets the credits back and the admin is told.
 */
public final class CompleteRefund {

    private final StarPayments payments;
    private final Users users;
    private final Cashier cashier;
    private final TakeBackCredits takeBack;
    private final Outbox outbox;
    private final Transactions transactions;

    public CompleteRefund(
            StarPayments payments,
            Users users,
            Cashier cashier,
            TakeBackCredits takeBack,
            Outbox outbox,
            Transactions transactions) {
        this.payments = payments;
        this.users = users;
        this.cashier = cashier;
        this.takeBack = takeBack;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** Answers when to come again, if at all. */
    public JobOutcome complete(PaymentId id) throws InterruptedException {
        if (!(payments.find(id).orElse(null) instanceof StarPayment.Refunding refunding)) {
            return new JobOutcome.Finished();
        }
        try {
            var payback = ask(refunding);
            transactions.run(() -> end(refunding, payback));
            return new JobOutcome.Finished();
        } catch (CashierUnavailable e) {
            return new JobOutcome.Again(e.pause(), String.valueOf(e.getMessage()));
        } catch (StaleState _) {
            return new JobOutcome.Again(Duration.ofSeconds(1), "it was changed meanwhile");
        }
    }

    private Payback ask(StarPayment.Refunding refunding) throws CashierUnavailable, InterruptedException {
        var buyer = refunding.heading().buyer().flatMap(users::find).map(User::chat);
        return buyer.isEmpty()
                ? new Payback.Refused("the buyer deleted the account")
                : cashier.giveBack(buyer.get(), refunding.heading().charge().id());
    }

    private void end(StarPayment.Refunding refunding, Payback payback) {
        switch (payback) {
            case Payback.Done _ -> {
                payments.save(refunding.refunded());
                refunding
                        .heading()
                        .buyer()
                        .ifPresent(buyer -> outbox.post(new PaymentNotice.Refunded(buyer, refunding.id())));
            }
            case Payback.Refused _ -> {
                payments.save(refunding.refused());
                takeBack.giveBack(refunding);
                refunding
                        .refund()
                        .orderedBy()
                        .ifPresent(admin -> outbox.post(new PaymentNotice.RefundRefused(
                                admin, refunding.id(), refunding.heading().version())));
            }
        }
    }
}
