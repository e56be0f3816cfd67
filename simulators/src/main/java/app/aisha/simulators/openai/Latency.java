package app.aisha.simulators.openai;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How long answers take. Waiting ends at once when the server stops. Thread-safe. */
final class Latency {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile long millis;
    private volatile long perAudioSecondMillis;

    void set(long perCall, long perAudioSecond) {
        millis = perCall;
        perAudioSecondMillis = perAudioSecond;
    }

    void await(double audioSeconds) {
        pause(millis + Math.round(audioSeconds * perAudioSecondMillis));
    }

    void pause(long duration) {
        try {
            var _ = stopped.await(duration, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopped.countDown();
    }
}
