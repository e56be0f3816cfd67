package app.aisha.bot.gallery;

import app.aisha.bot.screen.Step;
import app.aisha.bot.wire.Wire;

/** What the gallery may be waiting to hear. */
public sealed interface GalleryStep extends Step {

    /** Words of the pictures wanted in this view. */
    @Wire("ga.looking")
    record Looking(ViewNumber view) implements GalleryStep {}
}
