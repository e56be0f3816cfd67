package app.aisha.bot.transcript;

import app.aisha.bot.screen.Step;
import app.aisha.bot.wire.Wire;
import app.aisha.core.transcript.TranscriptId;

/** What a dialog on a recording may be waiting to hear. */
public sealed interface RecordingStep extends Step {

    /** The language to listen in again. */
    @Wire("rec.language")
    record NamingLanguage(TranscriptId transcript) implements RecordingStep {}
}
