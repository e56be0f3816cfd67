package app.aisha.bot.privacy;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;

/** Buttons around what is kept of a person. */
public sealed interface PrivacyAction extends Action {

    @Wire("prv.open")
    record OpenPrivacy() implements PrivacyAction {}

    @Wire("prv.copy")
    record AskForCopy() implements PrivacyAction {}

    /** Shows what would go. */
    @Wire("prv.leave")
    record AskToLeave() implements PrivacyAction {}

    /** Asks for the last time. */
    @Wire("prv.leave.on")
    record GoOnLeaving() implements PrivacyAction {}

    /**
     * Leaves.
     *
     * @param asked when the last question was asked, in milliseconds since 1970; an old button asks again
     */
    @Wire("prv.leave.now")
    record Leave(long asked) implements PrivacyAction {}
}
