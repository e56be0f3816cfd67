package app.aisha.simulators.fal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a request has come. */
sealed interface Stage {

    record Queued() implements Stage {}

    record Running(Instant since, Duration lasting) implements Stage {
        boolean isDue(Instant now) {
            return !now.isBefore(since.plus(lasting));
        }
    }

    /**
     * It is over.
     *
     * @param since when it began to run; null when it never did
     */
    record Ended(@Nullable Instant since, Instant at, Outcome outcome) implements Stage {}
}
