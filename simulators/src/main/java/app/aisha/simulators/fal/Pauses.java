package app.aisha.simulators.fal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting in real time that ends at once when the simulator stops. Thread-safe. */
final class Pauses {
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Waits so long; true when the simulator has stopped. */
    boolean pause(Duration duration) {
        try {
            return stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void stop() {
        stopped.countDown();
    }
}
