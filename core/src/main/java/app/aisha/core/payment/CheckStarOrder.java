package app.aisha.core.payment;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.User;
import app.aisha.core.account.Users;
import java.time.InstantSource;

/** Decides whether a payment that Telegram asks about may go on. Writes nothing. */
public final class CheckStarOrder {

    /** Telegram's sign of its Stars. */
    public static final String CURRENCY = "XTR";

    /**
     * What Telegram asks.
     *
     * @param payer may be somebody else than who got the invoice
     * @param amount in the units of the currency
     * @param payload of the invoice
     */
    public record Question(ChatId payer, String currency, long amount, String payload) {}

    /** The decision. */
    public sealed interface Outcome {

        record Fine() implements Outcome {}

        record Declined(Reason reason) implements Outcome {}
    }

    /** Why a payment may not go on. */
    public enum Reason {
        /** Nothing is sold here, or not any more. */
        NOT_SOLD,
        /** We never sent such an invoice, or its buyer deleted the account. */
        UNKNOWN,
        /** The invoice was sent to somebody else. */
        NOT_YOURS,
        /** It asks for another amount or other goods than its order. */
        CHANGED,
        PAID_ALREADY,
        OUTDATED,
        /** The promo code that made the price was used, dropped, or is over. */
        PROMO_OVER
    }

    private final Shop shop;
    private final Users users;
    private final StarOrders orders;
    private final Promos promos;
    private final InstantSource clock;

    public CheckStarOrder(Shop shop, Users users, StarOrders orders, Promos promos, InstantSource clock) {
        this.shop = shop;
        this.users = users;
        this.orders = orders;
        this.promos = promos;
        this.clock = clock;
    }

    public Outcome check(Question question) {
        if (!shop.isOpen()) {
            return new Outcome.Declined(Reason.NOT_SOLD);
        }
        return InvoicePayload.parse(question.payload())
                .flatMap(payload -> orders.find(payload.order()))
                .map(order -> check(question, order))
                .orElseGet(() -> new Outcome.Declined(Reason.UNKNOWN));
    }

    private Outcome check(Question question, StarOrder order) {
        var buyer = users.at(question.payer()).map(User::id);
        if (!buyer.filter(order.buyer()::equals).isPresent()) {
            return new Outcome.Declined(Reason.NOT_YOURS);
        }
        if (!question.currency().equals(CURRENCY)
                || question.amount() != order.stars()
                || !question.payload().equals(order.payload().text())) {
            return new Outcome.Declined(Reason.CHANGED);
        }
        if (order.payment().isPresent()) {
            return new Outcome.Declined(Reason.PAID_ALREADY);
        }
        if (!clock.instant().isBefore(order.validUntil())) {
            return new Outcome.Declined(Reason.OUTDATED);
        }
        return order.redemption().filter(id -> !promos.counts(id)).isPresent()
                ? new Outcome.Declined(Reason.PROMO_OVER)
                : new Outcome.Fine();
    }
}
