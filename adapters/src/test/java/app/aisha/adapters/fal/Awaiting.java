package app.aisha.adapters.fal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits in real time for what a simulator does by itself. */
final class Awaiting {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Awaiting() {}

    static void until(String what, BooleanSupplier so) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Never saw " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
