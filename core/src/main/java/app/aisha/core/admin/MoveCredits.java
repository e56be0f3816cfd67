package app.aisha.core.admin;

import app.aisha.core.account.UserId;
import app.aisha.core.admin.ApplyOrder.Outcome.Refused;
import app.aisha.core.payment.RefundStars;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Receipts;
import app.aisha.core.wallet.Wallets;
import java.util.Optional;

/** What an order does to the ledger, as a part of {@link ApplyOrder}. */
public final class MoveCredits {

    /** What the ledger did. */
    sealed interface Outcome {

        /** Before and after are what was free. */
        record Moved(Credits before, Credits after) implements Outcome {

            Credits amount() {
                return after.covers(before) ? after.minus(before) : before.minus(after);
            }
        }

        record MovedAlready() implements Outcome {}

        record Refused(ApplyOrder.Outcome.Refused why) implements Outcome {}
    }

    private final Wallets wallets;
    private final Receipts receipts;
    private final RefundStars refundStars;

    public MoveCredits(Wallets wallets, Receipts receipts, RefundStars refundStars) {
        this.wallets = wallets;
        this.receipts = receipts;
        this.refundStars = refundStars;
    }

    /**
     * Moves credits, once for each id.
     *
     * @param orderedBy the admin, where it is somebody with a chat
     */
    Outcome move(OrderId id, Optional<UserId> orderedBy, Order order) {
        return switch (order) {
            case Order.GrantCredits grant -> booked(grant, new Booking.Grant(id.value(), grant.amount(), words(grant)));
            case Order.TakeCredits take -> booked(take, new Booking.Take(id.value(), take.amount(), words(take)));
            case Order.RefundCharge refund ->
                receipts.find(refund.person(), refund.receipt())
                        .flatMap(Charge::of)
                        .map(charge -> refunded(id, refund, charge))
                        .orElseGet(() -> refused(new Refused.NoCharge()));
            case Order.RefundStars refund -> starsRefunded(refund, orderedBy);
        };
    }

    private static String words(Order order) {
        return order.reason().words();
    }

    private Outcome booked(Order order, Booking booking) {
        if (isOutOfRange(order.amount())) {
            return refused(new Refused.BadAmount());
        }
        return switch (wallets.book(order.person(), booking)) {
            case Wallets.Booked.Done(var balance) -> moved(order, balance);
            case Wallets.Booked.KnownAlready _ -> new Outcome.MovedAlready();
            case Wallets.Booked.TooPoor(var balance) -> refused(new Refused.TooPoor(balance.free()));
        };
    }

    private Outcome refunded(OrderId id, Order.RefundCharge order, Charge charge) {
        if (charge.left().isNone()) {
            return refused(new Refused.TooMuch(charge.left()));
        }
        if (isOutOfRange(order.amount())) {
            return refused(new Refused.BadAmount());
        }
        return switch (wallets.refund(charge.hold(), new Wallets.Refund(id.value(), order.amount(), words(order)))) {
            case Wallets.Refunding.Refunded(var balance) -> moved(order, balance);
            case Wallets.Refunding.KnownAlready _ -> new Outcome.MovedAlready();
            case Wallets.Refunding.TooMuch(var left) -> refused(new Refused.TooMuch(left));
        };
    }

    private static boolean isOutOfRange(Credits amount) {
        return amount.isNone() || !Order.MOST.covers(amount);
    }

    private static Outcome moved(Order order, Balance balance) {
        var after = balance.free();
        var before = order instanceof Order.TakeCredits ? after.plus(order.amount()) : after.minus(order.amount());
        return new Outcome.Moved(before, after);
    }

    private Outcome starsRefunded(Order.RefundStars order, Optional<UserId> orderedBy) {
        return switch (refundStars.refund(order.payment(), orderedBy, words(order))) {
            case RefundStars.Outcome.Begun begun -> {
                var after = wallets.of(order.person()).free();
                yield new Outcome.Moved(after.plus(begun.taken()), after);
            }
            case RefundStars.Outcome.UnderWay _ -> refused(new Refused.RefundUnderWay());
            case RefundStars.Outcome.RefundedAlready _ -> refused(new Refused.RefundedAlready());
            case RefundStars.Outcome.BuyerGone _ -> refused(new Refused.UnknownPerson());
            case RefundStars.Outcome.Unknown _ -> refused(new Refused.NoPayment());
        };
    }

    private static Outcome refused(Refused why) {
        return new Outcome.Refused(why);
    }
}
