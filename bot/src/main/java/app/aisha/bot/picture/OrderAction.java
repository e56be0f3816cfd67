package app.aisha.bot.picture;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.account.AspectRatio;
import app.aisha.core.picture.OrderId;
import app.aisha.core.wallet.Prices.Quality;

/** Buttons on an order that is not paid yet, and on one that is being painted. */
public sealed interface OrderAction extends Action {

    /** The offer as it is now. */
    @Wire("po.show")
    record Show(OrderId order) implements OrderAction {}

    /**
     * Agrees.
     *
     * @param version of the order its owner was shown
     */
    @Wire("po.go")
    record Place(OrderId order, int version) implements OrderAction {}

    @Wire("po.ratios")
    record Ratios(OrderId order) implements OrderAction {}

    @Wire("po.ratio")
    record Ratio(OrderId order, AspectRatio ratio) implements OrderAction {}

    @Wire("po.count")
    record Count(OrderId order, int count) implements OrderAction {}

    @Wire("po.presets")
    record Presets(OrderId order) implements OrderAction {}

    @Wire("po.preset")
    record Preset(OrderId order, Quality quality) implements OrderAction {}

    /** Waits for other words. */
    @Wire("po.words")
    record Rewrite(OrderId order) implements OrderAction {}

    /** Waits for words that are painted as they are. */
    @Wire("po.exact")
    record WriteExactly(OrderId order) implements OrderAction {}

    /** Waits for a sentence that changes the words. */
    @Wire("po.refine")
    record Refine(OrderId order) implements OrderAction {}

    @Wire("po.undo")
    record Undo(OrderId order) implements OrderAction {}

    @Wire("po.drop")
    record Drop(OrderId order) implements OrderAction {}

    /** Stops what is being painted. */
    @Wire("po.stop")
    record Stop(OrderId order) implements OrderAction {}
}
