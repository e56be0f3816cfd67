package app.aisha.bot.gallery;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.picture.PictureId;
import java.util.Optional;

/** Buttons of one picture, each with the page of the gallery that Back leads to. */
public sealed interface ShownAction extends Action {

    @Wire("gp.see")
    record Look(ViewNumber view, Optional<PictureId> after, PictureId picture) implements ShownAction {}

    @Wire("gp.fav")
    record Like(ViewNumber view, Optional<PictureId> after, PictureId picture) implements ShownAction {}

    @Wire("gp.not")
    record Unlike(ViewNumber view, Optional<PictureId> after, PictureId picture) implements ShownAction {}

    /** Asks whether it shall be deleted. */
    @Wire("gp.ask")
    record AskDelete(ViewNumber view, Optional<PictureId> after, PictureId picture) implements ShownAction {}

    /** Deletes it without further questions. */
    @Wire("gp.del")
    record Delete(ViewNumber view, Optional<PictureId> after, PictureId picture) implements ShownAction {}

    /** Sends it as a file, as it was made. */
    @Wire("gp.full")
    record FullSize(PictureId picture) implements ShownAction {}
}
