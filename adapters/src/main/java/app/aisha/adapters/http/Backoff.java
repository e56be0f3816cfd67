package app.aisha.adapters.http;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides how long to wait before the next try of one call: doubling steps with jitter, at least as long as the server
 * asked for, and no try any more once the waits of this call would add up to more than the budget. One per call, not
 * thread-safe.
 */
public final class Backoff {

    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);

    private final int tries;
    private final RandomGenerator random;
    private Duration step;
    private Duration left;
    private int failures;

    /** Sets the first step, the sum of all waits and the largest number of tries. */
    public Backoff(Duration first, Duration budget, int tries, RandomGenerator random) {
        this.step = first;
        this.left = budget;
        this.tries = tries;
        this.random = random;
    }

    /**
     * The wait after one more failure.
     *
     * @param asked what the server asked for
     * @return empty when it is time to give up
     */
    public Optional<Duration> afterFailure(Optional<Duration> asked) {
        failures++;
        var wait = jittered(step);
        if (asked.isPresent() && asked.get().compareTo(wait) > 0) {
            wait = asked.get();
        }
        if (failures >= tries || wait.compareTo(left) > 0) {
            return Optional.empty();
        }
        left = left.minus(wait);
        step = step.multipliedBy(2).compareTo(LONGEST_STEP) < 0 ? step.multipliedBy(2) : LONGEST_STEP;
        return Optional.of(wait);
    }

    private Duration jittered(Duration wait) {
        var half = Math.max(1, wait.toMillis() / 2);
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }
}
