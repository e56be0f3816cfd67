package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Transactions;

/** Has what was lost of a finished transcript listened to once more, at no cost. */
public final class TryGapsAgain {

    /** What the wish met. */
    public sealed interface Outcome {

        record Started() implements Outcome {}

        record NoGaps(Transcript.Ready transcript) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final Transcripts transcripts;
    private final Jobs jobs;
    private final Transactions transactions;

    public TryGapsAgain(Transcripts transcripts, Jobs jobs, Transactions transactions) {
        this.transcripts = transcripts;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /** Safe to call any number of times, also at once. */
    public Outcome start(TranscriptId id, UserId owner) {
        return transactions.call(
                () -> transcripts.ready(id, owner).map(this::start).orElseGet(Outcome.Unknown::new));
    }

    private Outcome start(Transcript.Ready ready) {
        if (ready.wording().lost() == 0) {
            return new Outcome.NoGaps(ready);
        }
        jobs.enqueue(new TranscriptJob.FillGaps(ready.id()));
        return new Outcome.Started();
    }
}
