package app.aisha.bot.transcript;

import app.aisha.bot.screen.Action;
import app.aisha.bot.wire.Wire;
import app.aisha.core.transcript.SearchNumber;
import app.aisha.core.transcript.TranscriptId;
import java.util.Optional;

/** Buttons of the search over transcripts. A search is named by its number, because its words do not fit a button. */
public sealed interface SearchAction extends Action {

    /** Asks what to look for. */
    @Wire("se.ask")
    record Ask() implements SearchAction {}

    /**
     * Opens a page of what was found.
     *
     * @param from its newest transcript; empty for the first page
     */
    @Wire("se.list")
    record Results(SearchNumber search, Optional<TranscriptId> from) implements SearchAction {}

    /** Opens a transcript of such a page, to which Back leads. */
    @Wire("se.open")
    record OpenFound(SearchNumber search, TranscriptId transcript, Optional<TranscriptId> page)
            implements SearchAction {}
}
