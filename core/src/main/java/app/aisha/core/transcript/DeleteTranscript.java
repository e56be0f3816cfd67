package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.Transactions;

/**
 * Deletes a transcript that is over: its text and all that hangs on it at once, its sound by a job that is put in line in the
 * same transaction. Receipts stay; they name no transcript then.
 */
public final class DeleteTranscript {

    /** What deleting met. */
    public sealed interface Outcome {

        record Deleted() implements Outcome {}

        /** It has to be cancelled first. */
        record InWork() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final Transcripts transcripts;
    private final Jobs jobs;
    private final Transactions transactions;

    public DeleteTranscript(Transcripts transcripts, Jobs jobs, Transactions transactions) {
        this.transcripts = transcripts;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /** Safe to call any number of times, also at once. */
    public Outcome delete(TranscriptId id, UserId owner) {
        try {
            return deleteOnce(id, owner);
        } catch (StaleState _) {
            return deleteOnce(id, owner);
        }
    }

    private Outcome deleteOnce(TranscriptId id, UserId owner) {
        return transactions.call(
                () -> transcripts.find(id, owner).map(this::delete).orElseGet(Outcome.Unknown::new));
    }

    private Outcome delete(Transcript transcript) {
        return switch (transcript) {
            case Transcript.Queued _, Transcript.Waiting _, Transcript.Working _ -> new Outcome.InWork();
            case Transcript.Ready _, Transcript.Failed _, Transcript.Cancelled _ -> {
                transcripts.delete(transcript);
                jobs.enqueue(new TranscriptJob.Erase(transcript.owner(), transcript.id()));
                yield new Outcome.Deleted();
            }
        };
    }
}
