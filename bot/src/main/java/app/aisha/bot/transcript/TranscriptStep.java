package app.aisha.bot.transcript;

import app.aisha.bot.screen.Step;
import app.aisha.bot.wire.Wire;
import app.aisha.core.transcript.TranscriptId;

/** What a dialog on transcripts may be waiting to hear. */
public sealed interface TranscriptStep extends Step {

    /** The new title. */
    @Wire("tr.naming")
    record Naming(TranscriptId transcript) implements TranscriptStep {}
}
