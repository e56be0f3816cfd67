package app.aisha.core.payment;

import app.aisha.core.account.UserId;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Orders a package, for which an invoice is to be sent. A promo code that waits for it makes the price. */
public final class OrderStars {

    /** What became of the wish. */
    public sealed interface Outcome {

        /**
         * The invoice can be sent.
         *
         * @param promo the code that made the price
         */
        record Ordered(StarOrder order, Offer offer, Optional<PromoCode> promo) implements Outcome {}

        /** It is not sold, or not any more. */
        record NotSold() implements Outcome {}
    }

    private final Shop shop;
    private final Promos promos;
    private final StarOrders orders;
    private final Transactions transactions;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public OrderStars(
            Shop shop,
            Promos promos,
            StarOrders orders,
            Transactions transactions,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.shop = shop;
        this.promos = promos;
        this.orders = orders;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    public Outcome order(UserId buyer, StarPackage wanted) {
        if (!shop.isOpen() || !shop.packages().contains(wanted)) {
            return new Outcome.NotSold();
        }
        return transactions.call(() -> {
            var active = promos.of(buyer);
            var promo = active.map(Promos.Active::code);
            var offer = Shop.offer(wanted, promo);
            var order = new StarOrder(
                    new StarOrderId(ids.next()),
                    buyer,
                    offer.sold(),
                    offer.stars(),
                    active.map(it -> it.redemption().id()),
                    end(promo),
                    Optional.empty());
            orders.add(order);
            return new Outcome.Ordered(order, offer, promo);
        });
    }

    /** An invoice is good no longer than the code that made its price. */
    private Instant end(Optional<PromoCode> promo) {
        var usual = clock.instant().plus(StarOrder.VALIDITY);
        return promo.flatMap(code -> code.window().until())
                .filter(usual::isAfter)
                .orElse(usual);
    }
}
