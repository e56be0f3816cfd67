package app.aisha.bot.digest;

import app.aisha.bot.screen.Step;
import app.aisha.bot.wire.Wire;
import app.aisha.core.transcript.TranscriptId;

/** What a dialog on digests may be waiting to hear. */
public sealed interface DigestStep extends Step {

    /** A question about this transcript. */
    @Wire("dg.question")
    record Asking(TranscriptId transcript) implements DigestStep {}
}
