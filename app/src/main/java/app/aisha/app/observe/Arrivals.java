package app.aisha.app.observe;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * When updates came in whose turn has not come. One that another instance took over, or that never gets its turn here, is
 * forgotten after a while. Thread-safe.
 */
final class Arrivals {

    private static final long LONGEST = Duration.ofMinutes(10).toNanos();
    private static final int MOST = 100_000;

    private final Map<Long, Long> moments = new LinkedHashMap<>();
    private final LongSupplier nanos;

    /**
     * Knows nothing yet.
     *
     * @param nanos as of {@link System#nanoTime()}
     */
    Arrivals(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized void came(long update) {
        forgetOld();
        if (moments.size() < MOST) {
            moments.put(update, nanos.getAsLong());
        }
    }

    /** How long it waited, where that is known. */
    synchronized Optional<Duration> left(long update) {
        return Optional.ofNullable(moments.remove(update)).map(then -> Duration.ofNanos(nanos.getAsLong() - then));
    }

    synchronized int waiting() {
        forgetOld();
        return moments.size();
    }

    private void forgetOld() {
        var now = nanos.getAsLong();
        var eldest = moments.values().iterator();
        while (eldest.hasNext() && now - eldest.next() > LONGEST) {
            eldest.remove();
        }
    }
}
