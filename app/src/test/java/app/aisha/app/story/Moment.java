package app.aisha.app.story;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits until something is so, and no longer than the patience of a person. */
final class Moment {

    /** In the long run one kill follows the other before what the first one cut can go on. */
    static final Duration PATIENCE = Duration.ofSeconds(Boolean.getBoolean("aisha.long") ? 180 : 60);

    private Moment() {}

    static <T> T when(String what, Supplier<Optional<T>> look) {
        return when(what, PATIENCE, look);
    }

    static <T> T when(String what, Duration patience, Supplier<Optional<T>> look) {
        return when(() -> what, patience, look);
    }

    /** Says what it waited for in the words of the moment when patience ends. */
    static <T> T when(Supplier<String> what, Supplier<Optional<T>> look) {
        return when(what, PATIENCE, look);
    }

    private static <T> T when(Supplier<String> what, Duration patience, Supplier<Optional<T>> look) {
        var end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            var seen = look.get();
            if (seen.isPresent()) {
                return seen.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        throw new AssertionError("Never saw " + what.get());
    }
}
