package app.aisha.adapters.fal;

import app.aisha.core.avatar.AvatarTrainer.TrainerUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps new trainings back while FAL waits for its operator: the key is refused, the balance spent. One is let through
 * after each pause to see whether that is over. Thread-safe.
 */
final class FalPause {

    private final Duration interval;
    private final InstantSource clock;
    private @Nullable TrainerUnavailable reason;
    private Instant next = Instant.MIN;

    FalPause(Duration interval, InstantSource clock) {
        this.interval = interval;
        this.clock = clock;
    }

    /** Goes on where a try is due; leaves the try to others. */
    synchronized void look() throws TrainerUnavailable {
        var current = reason;
        var now = clock.instant();
        if (current != null && now.isBefore(next)) {
            throw new TrainerUnavailable(String.valueOf(current.getMessage()), Duration.between(now, next), true);
        }
    }

    /** Goes on where a try is due, which is then this one. */
    synchronized void enter() throws TrainerUnavailable {
        look();
        if (reason != null) {
            next = clock.instant().plus(interval);
        }
    }

    /** FAL judged a request for training by what it asks for. */
    synchronized void over() {
        reason = null;
    }

    /** Notes what happened. */
    synchronized TrainerUnavailable failed(TrainerUnavailable trouble) {
        if (trouble.needsOperator()) {
            reason = trouble;
            next = clock.instant().plus(interval);
        }
        return trouble;
    }
}
