package app.aisha.core.payment;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Credits stars that Telegram took. The stars are gone from the buyer already, so nothing is refused here: whatever became of
 * the order meanwhile, the buyer gets what the invoice stood for, once for each charge.
 */
public final class TakeStarPayment {

    /** What the news of a payment met. */
    public sealed interface Outcome {

        record Credited(StarPayment.Paid payment, Basis basis) implements Outcome {}

        record KnownAlready() implements Outcome {}
    }

    /** Why a payment is worth what was credited. All but the first are for the operator to look at. */
    public enum Basis {
        ORDER,
        /** The order had been paid before; bonuses are not given twice. */
        ORDER_PAID_BEFORE,
        /** The promo code of the order went to another payment, or was dropped; the bonus is not given. */
        PROMO_GONE,
        /** The order is gone; the invoice says what it stood for. */
        INVOICE,
        /** Nothing says what was paid for; the rate of the first package counts. */
        RATE
    }

    private final Shop shop;
    private final StarOrders orders;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Transactions transactions;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    /** Where a payment leaves its traces. */
    public record Ledger(StarPayments payments, Wallets wallets, PromoCodes codes, Redemptions redemptions) {}

    public TakeStarPayment(
            Shop shop,
            StarOrders orders,
            Ledger ledger,
            Outbox outbox,
            Transactions transactions,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.shop = shop;
        this.orders = orders;
        this.ledger = ledger;
        this.outbox = outbox;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What was paid for.
     *
     * @param code that a bonus is owed to
     */
    private record Goods(Sold sold, String code, Basis basis) {

        static Goods without(StarOrder order, Basis basis) {
            return new Goods(order.sold().withoutBonus(), "", basis);
        }
    }

    /** Safe to call any number of times, also at once. */
    public Outcome take(UserId buyer, StarCharge charge, String payload) {
        return transactions.call(() -> takeOnce(buyer, charge, payload));
    }

    private Outcome takeOnce(UserId buyer, StarCharge charge, String payload) {
        if (ledger.payments().charged(charge.id()).isPresent()) {
            return new Outcome.KnownAlready();
        }
        var id = new PaymentId(ids.next());
        var order = InvoicePayload.parse(payload).flatMap(it -> orders.find(it.order()));
        var settled = order.filter(it -> orders.paid(it.id(), id)).isPresent();
        var goods = order.map(it -> settled ? goods(it) : Goods.without(it, Basis.ORDER_PAID_BEFORE))
                .orElseGet(() -> goods(payload, charge));
        var payment = new StarPayment.Paid(
                new StarPayment.Heading(id, Optional.of(buyer), charge, goods.sold(), clock.instant(), 0));
        if (!ledger.payments().add(payment)) {
            if (settled) {
                throw new IllegalStateException("One charge for two orders");
            }
            return new Outcome.KnownAlready();
        }
        book(buyer, charge, goods);
        outbox.post(new PaymentNotice.Paid(buyer, id));
        return new Outcome.Credited(payment, goods.basis());
    }

    private void book(UserId buyer, StarCharge charge, Goods goods) {
        ledger.wallets()
                .book(buyer, new Booking.Purchase(charge.id(), goods.sold().credits()));
        var bonus = goods.sold().bonus();
        if (!bonus.isNone()) {
            ledger.wallets().book(buyer, new Booking.Bonus(charge.id(), bonus, goods.code()));
        }
    }

    private Goods goods(StarOrder order) {
        return order.redemption()
                .map(redemption -> goods(order, redemption))
                .orElseGet(() -> new Goods(order.sold(), "", Basis.ORDER));
    }

    /** A promo code counts for one payment only, also where two were let through at once. */
    private Goods goods(StarOrder order, RedemptionId redemption) {
        if (!ledger.redemptions().end(redemption, Redemption.State.CONSUMED)) {
            return Goods.without(order, Basis.PROMO_GONE);
        }
        var code = ledger.redemptions()
                .find(redemption)
                .flatMap(use -> ledger.codes().find(use.code()))
                .orElseThrow();
        return new Goods(order.sold(), code.code(), Basis.ORDER);
    }

    private Goods goods(String payload, StarCharge charge) {
        return InvoicePayload.parse(payload)
                .map(invoice -> new Goods(invoice.sold(), "", Basis.INVOICE))
                .orElseGet(() -> new Goods(shop.worth(charge.stars()), "", Basis.RATE));
    }
}
