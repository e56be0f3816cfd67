package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.QuoteId;
import app.aisha.core.wallet.Till;
import app.aisha.core.work.Circuit;
import app.aisha.core.work.Transactions;
import java.util.Optional;

/** Tells what the pictures of an order would cost; a consent is bound to what was told last. */
public final class OfferPictures {

    private final PictureOrders orders;
    private final Till till;
    private final Circuit painter;
    private final Transactions transactions;

    public OfferPictures(PictureOrders orders, Till till, Circuit painter, Transactions transactions) {
        this.orders = orders;
        this.till = till;
        this.painter = painter;
        this.transactions = transactions;
    }

    /** What became of it. */
    public sealed interface Outcome {

        /**
         * To be agreed to by the version of the order.
         *
         * @param price of all pictures together
         */
        record Offered(PictureOrder.Offered order, Credits price, Balance balance) implements Outcome {}

        /** The painter is known to be out; nothing is offered that it could not do. */
        record PainterOut(PictureOrder.Offered order) implements Outcome {}

        /** The words are being written, or the order is paid or dropped. */
        record NotNow(PictureOrder order) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    public Outcome offer(OrderId id, UserId owner) {
        return transactions.call(() -> orders.lock(id, owner)
                .map(order ->
                        order instanceof PictureOrder.Offered offered ? offer(offered) : new Outcome.NotNow(order))
                .orElseGet(Outcome.Unknown::new));
    }

    private Outcome offer(PictureOrder.Offered offered) {
        if (painterIsOut()) {
            return new Outcome.PainterOut(offered);
        }
        var price = price(offered);
        var quote = price.isNone()
                ? Optional.<QuoteId>empty()
                : Optional.of(
                        till.quote(offered.owner(), purpose(offered), price).id());
        var quoted = offered.quoted(quote);
        orders.save(quoted);
        return new Outcome.Offered(quoted, price, till.balance(offered.owner()));
    }

    /** Whether nothing may be set aside for a picture at present. */
    boolean painterIsOut() {
        return painter.isOpen();
    }

    /** What one picture costs now. */
    public Credits single() {
        return switch (till.prices()) {
            case Prices.FreeOfCharge _ -> Credits.NONE;
            case Prices.Listed listed -> listed.picture();
        };
    }

    Credits price(PictureOrder order) {
        return single().times(order.heading().choice().count());
    }

    private static Purpose purpose(PictureOrder order) {
        return new Purpose(Purpose.Kind.PICTURE, order.id().value());
    }
}
