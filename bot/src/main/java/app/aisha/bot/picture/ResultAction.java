package app.aisha.bot.picture;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.picture.PictureId;

/** Buttons on a finished picture. */
public sealed interface ResultAction extends Action {

    @Wire("pp.open")
    record Open(PictureId picture) implements ResultAction {}

    /** Sends it as a file, as it was made. */
    @Wire("pp.full")
    record FullSize(PictureId picture) implements ResultAction {}

    /** The same words with a new seed. */
    @Wire("pp.again")
    record Again(PictureId picture) implements ResultAction {}

    /** The same words with several new seeds. */
    @Wire("pp.more")
    record Variations(PictureId picture) implements ResultAction {}

    /** The very same, by its seed. */
    @Wire("pp.same")
    record Same(PictureId picture) implements ResultAction {}

    /** Waits for a sentence that changes it. */
    @Wire("pp.refine")
    record Refine(PictureId picture) implements ResultAction {}

    /** Makes it a favourite, or no more. */
    @Wire("pp.fav")
    record Favourite(PictureId picture) implements ResultAction {}

    /** What it was made by. */
    @Wire("pp.prompt")
    record Prompt(PictureId picture) implements ResultAction {}

    /** Asks whether it is meant. */
    @Wire("pp.del")
    record Delete(PictureId picture) implements ResultAction {}

    @Wire("pp.gone")
    record ConfirmDelete(PictureId picture) implements ResultAction {}
}
