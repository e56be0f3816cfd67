package app.aisha.core.payment;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Receipts;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.StaleState;
import java.util.Optional;

/** Takes the credits of a payment back, as many as are left, and returns them where the stars do not go back after all. */
public final class TakeBackCredits {

    private final Wallets wallets;
    private final Receipts receipts;

    public TakeBackCredits(Wallets wallets, Receipts receipts) {
        this.wallets = wallets;
        this.receipts = receipts;
    }

    /**
     * What was taken is as the ledger says it; nothing can be taken from a buyer who is gone.
     *
     * @throws StaleState if another refund of the same payment was booked first: read the payment again
     */
    StarPayment.Refund take(StarPayment.Paid payment, Optional<UserId> orderedBy, String reason) {
        var total = payment.heading().sold().total();
        var taken = payment.heading()
                .buyer()
                .map(buyer -> {
                    var booking = new Booking.StarsRefund(payment.refundName(), total, reason);
                    return takenBy(buyer, payment, wallets.book(buyer, booking));
                })
                .orElse(Credits.NONE);
        return new StarPayment.Refund(orderedBy, reason, taken, total.minus(taken));
    }

    private Credits takenBy(UserId buyer, StarPayment.Paid payment, Wallets.Booked booked) {
        if (!(booked instanceof Wallets.Booked.Done done)) {
            throw new StaleState("Refund " + payment.refundName() + " of version "
                    + payment.heading().version());
        }
        return receipts.find(buyer, done.balance().version())
                .map(receipt -> new Credits(-receipt.change()))
                .orElseThrow(() -> new IllegalStateException("A refund without a receipt"));
    }

    void giveBack(StarPayment.Refunding payment) {
        var refund = payment.refund();
        payment.heading()
                .buyer()
                .ifPresent(buyer -> wallets.book(
                        buyer,
                        new Booking.RefundFailed(
                                payment.heading().charge().id() + "/"
                                        + payment.heading().version(),
                                refund.taken(),
                                refund.writtenOff())));
    }
}
