package app.aisha.core.transcript;

import app.aisha.core.work.Outbox;
import app.aisha.core.work.Transactions;

/** Ends a transcript whose work failed again and again through an error of our own, and tells its owner. */
public final class GiveUpTranscript {

    private final Transcripts transcripts;
    private final Outbox outbox;
    private final Transactions transactions;

    public GiveUpTranscript(Transcripts transcripts, Outbox outbox, Transactions transactions) {
        this.transcripts = transcripts;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** Does nothing where the transcript is over or unknown. */
    public void giveUp(TranscriptId id) {
        transactions.run(() -> transcripts.find(id).ifPresent(transcript -> {
            switch (transcript) {
                case Transcript.Queued queued -> end(queued.failed(RecordingProblem.INTERNAL));
                case Transcript.Working working -> end(working.failed(RecordingProblem.INTERNAL));
                case Transcript.Ready _, Transcript.Failed _, Transcript.Cancelled _ -> {}
            }
        }));
    }

    private void end(Transcript.Failed failed) {
        transcripts.save(failed);
        outbox.post(new TranscriptNotice.Over(failed.owner(), failed.id()));
    }
}
