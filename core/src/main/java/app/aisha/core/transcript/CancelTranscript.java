package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Transactions;

/** Stops a transcript that is not finished; a running worker notices at its next step. What was set aside goes back. */
public final class CancelTranscript {

    private final Transcripts transcripts;
    private final EndTranscript endTranscript;
    private final Transactions transactions;

    public CancelTranscript(Transcripts transcripts, EndTranscript endTranscript, Transactions transactions) {
        this.transcripts = transcripts;
        this.endTranscript = endTranscript;
        this.transactions = transactions;
    }

    /** What cancelling met. */
    public sealed interface Outcome {

        record Cancelled() implements Outcome {}

        record OverAlready() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    public Outcome cancel(TranscriptId id, UserId owner) {
        return transactions.call(
                () -> transcripts.find(id, owner).map(this::cancelOne).orElseGet(Outcome.Unknown::new));
    }

    private Outcome cancelOne(Transcript transcript) {
        return endTranscript.cancel(transcript) ? new Outcome.Cancelled() : new Outcome.OverAlready();
    }
}
