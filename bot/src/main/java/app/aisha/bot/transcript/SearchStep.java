package app.aisha.bot.transcript;

import app.aisha.bot.screen.Step;
import app.aisha.bot.wire.Wire;

/** What the search may be waiting to hear. */
public sealed interface SearchStep extends Step {

    /** The words to look for. */
    @Wire("se.words")
    record Looking() implements SearchStep {}
}
