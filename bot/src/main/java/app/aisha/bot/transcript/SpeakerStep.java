package app.aisha.bot.transcript;

import app.aisha.bot.screen.Step;
import app.aisha.bot.wire.Wire;
import app.aisha.core.transcript.TranscriptId;

/** What a dialog on voices may be waiting to hear. */
public sealed interface SpeakerStep extends Step {

    /** The name of a voice. */
    @Wire("sp.name")
    record Naming(TranscriptId transcript, int voice) implements SpeakerStep {}
}
