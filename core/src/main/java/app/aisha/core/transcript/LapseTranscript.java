package app.aisha.core.transcript;

import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.StaleState;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.time.InstantSource;

/** Cancels a transcript whose price nobody agreed to for a week. */
public final class LapseTranscript {

    static final Duration PATIENCE = Duration.ofDays(7);

    private final Transcripts transcripts;
    private final EndTranscript endTranscript;
    private final InstantSource clock;

    public LapseTranscript(Transcripts transcripts, EndTranscript endTranscript, InstantSource clock) {
        this.transcripts = transcripts;
        this.endTranscript = endTranscript;
        this.clock = clock;
    }

    /** Answers when to come again, if at all. */
    public JobOutcome lapse(TranscriptId id) {
        if (!(transcripts.find(id).orElse(null) instanceof Transcript.Waiting waiting)) {
            return new JobOutcome.Finished();
        }
        var left = PATIENCE.minus(
                Duration.between(TimeOrderedIds.madeAt(waiting.quote().value()), clock.instant()));
        if (left.isPositive()) {
            return new JobOutcome.Again(left, "its price may still be agreed to");
        }
        try {
            endTranscript.cancel(waiting);
        } catch (StaleState _) {
            return new JobOutcome.Again(Duration.ofMinutes(1), "it was changed meanwhile");
        }
        return new JobOutcome.Finished();
    }
}
