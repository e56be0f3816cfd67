package app.aisha.core.transcript;

import app.aisha.core.work.Transactions;

/** Ends a transcript whose work failed again and again through an error of our own, and tells its owner. */
public final class GiveUpTranscript {

    private final Transcripts transcripts;
    private final EndTranscript endTranscript;
    private final Transactions transactions;

    public GiveUpTranscript(Transcripts transcripts, EndTranscript endTranscript, Transactions transactions) {
        this.transcripts = transcripts;
        this.endTranscript = endTranscript;
        this.transactions = transactions;
    }

    /** Does nothing where the transcript is over or unknown. */
    public void giveUp(TranscriptId id) {
        transactions.run(() -> transcripts
                .find(id)
                .ifPresent(transcript -> endTranscript.fail(transcript, RecordingProblem.INTERNAL)));
    }
}
