package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.time.Instant;
import java.util.Optional;

/** Takes a recording in: from here on it ends in exactly one text or one explained refusal. */
public final class AcceptRecording {

    /** What became of it. */
    public sealed interface Outcome {

        record Accepted(TranscriptId transcript) implements Outcome {}

        /** This message was taken in before; nothing is done twice. */
        record KnownAlready(TranscriptId transcript) implements Outcome {}

        record TooLarge(long limitBytes) implements Outcome {}

        record TooLong(int limitHours) implements Outcome {}
    }

    private final Transcripts transcripts;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Transactions transactions;
    private final TimeOrderedIds ids;
    private final RecordingLimits limits;

    public AcceptRecording(
            Transcripts transcripts,
            Jobs jobs,
            Outbox outbox,
            Transactions transactions,
            TimeOrderedIds ids,
            RecordingLimits limits) {
        this.transcripts = transcripts;
        this.jobs = jobs;
        this.outbox = outbox;
        this.transactions = transactions;
        this.ids = ids;
        this.limits = limits;
    }

    /**
     * Safe to call any number of times for one message.
     *
     * @param spoken ISO 639-1 code of the language to listen for; empty leaves it to the recogniser
     */
    public Outcome accept(UserId owner, Recording recording, Optional<String> spoken, Instant at) {
        if (recording.claimedBytes() > limits.bytes()) {
            return new Outcome.TooLarge(limits.bytes());
        }
        if (recording.claimedLength().compareTo(limits.length()) > 0) {
            return new Outcome.TooLong((int) limits.length().toHours());
        }
        return transactions.call(() -> queue(owner, recording, spoken, at));
    }

    private Outcome queue(UserId owner, Recording recording, Optional<String> spoken, Instant at) {
        var id = new TranscriptId(ids.next());
        var heading = new Transcript.Heading(id, owner, recording, Optional.empty(), at, 1, spoken);
        if (!transcripts.add(new Transcript.Queued(heading))) {
            return new Outcome.KnownAlready(
                    transcripts.of(owner, recording.message()).orElseThrow().id());
        }
        jobs.enqueue(new TranscriptJob.Transcribe(id));
        outbox.post(new TranscriptNotice.InLine(owner, id, transcripts.queuedBefore(id)));
        return new Outcome.Accepted(id);
    }
}
