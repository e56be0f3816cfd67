package app.aisha.bot.gallery;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.picture.PictureId;
import java.util.Optional;

/** Buttons that choose several pictures of a page, and do something with all of them. */
public sealed interface ChoiceAction extends Action {

    /** The page with these chosen. */
    @Wire("gc.pick")
    record Choose(ViewNumber view, Optional<PictureId> after, Ticks ticks) implements ChoiceAction {}

    /** Sends the chosen ones as an archive. */
    @Wire("gc.zip")
    record Fetch(ViewNumber view, Optional<PictureId> after, Ticks ticks) implements ChoiceAction {}

    /** Asks whether the chosen ones shall be deleted. */
    @Wire("gc.ask")
    record AskDelete(ViewNumber view, Optional<PictureId> after, Ticks ticks) implements ChoiceAction {}

    /** Deletes the chosen ones without further questions. */
    @Wire("gc.del")
    record Delete(ViewNumber view, Optional<PictureId> after, Ticks ticks) implements ChoiceAction {}

    /**
     * Sends all of the view as an archive, part by part.
     *
     * @param after the last picture of the part before
     * @param sent how many came in the parts before
     */
    @Wire("gc.all")
    record FetchAll(ViewNumber view, Optional<PictureId> after, int sent) implements ChoiceAction {

        public FetchAll {
            if (sent < 0) {
                throw new IllegalArgumentException("Fewer than none were sent: " + sent);
            }
        }
    }
}
