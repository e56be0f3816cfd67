package app.aisha.bot.intake;

import app.aisha.bot.routing.Incoming;
import app.aisha.bot.routing.Incoming.Sender;
import app.aisha.core.payment.CheckStarOrder;

/** What an update turned out to be. */
public sealed interface Reading {

    /** Something a person did. */
    record Understood(RawUpdate update, Incoming incoming) implements Reading {}

    /**
     * The question whether a payment may go on. It has to be answered within ten seconds and means nothing afterwards, so it
     * is neither kept nor put into a lane.
     *
     * @param query answers the question
     */
    record PreCheckout(Sender sender, String query, CheckStarOrder.Question question) implements Reading {}

    /** Well-formed, and nothing to us: a group, an edited message, a kind of update that is not ours. */
    record OfNoInterest(RawUpdate update) implements Reading {}

    /** Not an update at all, or one whose parts are not what they should be. */
    record Malformed(String json, String reason) implements Reading {}
}
