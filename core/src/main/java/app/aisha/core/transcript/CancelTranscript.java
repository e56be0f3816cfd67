package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.Transactions;
import java.util.Optional;

/** Stops a transcript that is not finished; a running worker notices at its next step. */
public final class CancelTranscript {

    private final Transcripts transcripts;
    private final Outbox outbox;
    private final Transactions transactions;

    public CancelTranscript(Transcripts transcripts, Outbox outbox, Transactions transactions) {
        this.transcripts = transcripts;
        this.outbox = outbox;
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
        return cancelled(transcript)
                .<Outcome>map(cancelled -> {
                    transcripts.save(cancelled);
                    outbox.post(new TranscriptNotice.Over(cancelled.owner(), cancelled.id()));
                    return new Outcome.Cancelled();
                })
                .orElseGet(Outcome.OverAlready::new);
    }

    private static Optional<Transcript.Cancelled> cancelled(Transcript transcript) {
        return switch (transcript) {
            case Transcript.Queued queued -> Optional.of(queued.cancelled());
            case Transcript.Working working -> Optional.of(working.cancelled());
            case Transcript.Ready _, Transcript.Failed _, Transcript.Cancelled _ -> Optional.empty();
        };
    }
}
