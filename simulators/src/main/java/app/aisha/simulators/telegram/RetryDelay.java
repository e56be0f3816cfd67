package app.aisha.simulators.telegram;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When a webhook is tried again: at once after the first failure, then after a time that doubles up to a minute or two. */
final class RetryDelay {

    private static final long MAX_RETRY_AFTER = 3600;

    private RetryDelay() {}

    /** After so many failures in a row; what the webhook itself asked for, if anything, counts instead. */
    static Duration after(int failures, long retryAfter) {
        if (retryAfter > 0) {
            return Duration.ofSeconds(Math.min(retryAfter, MAX_RETRY_AFTER));
        }
        if (failures <= 1) {
            return Duration.ZERO;
        }
        var cap = ThreadLocalRandom.current().nextLong(60, 121);
        return Duration.ofSeconds(Math.min(cap, 1L << Math.min(failures - 2, 20)));
    }
}
