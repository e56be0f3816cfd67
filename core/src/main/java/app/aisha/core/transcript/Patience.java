package app.aisha.core.transcript;

import app.aisha.core.work.Pause;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How long a trouble of the outside is waited for, and how often it is looked at again. */
final class Patience {

    private static final Duration USUAL = Duration.ofMinutes(10);
    private static final Duration FOR_OPERATOR = Duration.ofHours(24);

    private final InstantSource clock;

    Patience(InstantSource clock) {
        this.clock = clock;
    }

    boolean isOver(Transcript transcript) {
        return age(transcript).compareTo(USUAL) > 0;
    }

    /** A file that only waits for room or its turn waits as long as an operator may need. */
    boolean isOverForDownload(Transcript.Queued queued, boolean waiting) {
        return age(queued).compareTo(waiting ? FOR_OPERATOR : USUAL) > 0;
    }

    /** While the recogniser is away: a long recording is worth a longer wait, and an operator needs time to act. */
    boolean isOverForService(Transcript.Working working, boolean needsOperator) {
        var patience = needsOperator
                ? FOR_OPERATOR
                : USUAL.plus(working.original().length().multipliedBy(2));
        return age(working).compareTo(patience) > 0;
    }

    Duration pause(Transcript transcript) {
        return Pause.of(age(transcript));
    }

    private Duration age(Transcript transcript) {
        return Duration.between(begin(transcript), clock.instant());
    }

    /** Since it was taken in, which may be long after it was sent; since the listening began where it has. */
    private static Instant begin(Transcript transcript) {
        return transcript instanceof Transcript.Working working
                ? working.since()
                : TimeOrderedIds.madeAt(transcript.id().value());
    }
}
