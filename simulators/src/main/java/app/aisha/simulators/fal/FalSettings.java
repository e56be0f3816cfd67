package app.aisha.simulators.fal;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How a {@link FalSimulator} is started.
 *
 * @param port TCP port on 127.0.0.1, 0 for any free one
 * @param key the only key accepted, as {@code keyId:keySecret}
 * @param concurrency how many requests of the account run at a time, 1 or more
 * @param timing how long things take in real time
 * @param loopbackWebhooks whether webhooks to loopback and private addresses are sent; the real service drops them
 * @param seed what ids and seeds are drawn from
 * @param clock the time of signatures, expiry and logs
 */
public record FalSettings(
        int port,
        String key,
        int concurrency,
        Timing timing,
        boolean loopbackWebhooks,
        long seed,
        InstantSource clock) {

    /** A key that opens nothing but a simulator. */
    public static final String SANDBOX_KEY = "sandbox:simulated";

    /**
     * Durations in real time.
     *
     * @param training of one training, whatever its steps
     * @param image of one generation, whatever its size
     * @param webhookRetry the pause after the first failed delivery; it doubles each time up to two minutes
     */
    public record Timing(Duration training, Duration image, Duration webhookRetry) {}

    public FalSettings {
        if (concurrency < 1) {
            throw new IllegalArgumentException("Concurrency must be at least 1, is " + concurrency);
        }
    }

    /** Any free port, the sandbox key, two at a time, trainings of 40 s, images of 4 s, the system's clock. */
    public static FalSettings sandbox() {
        return new FalSettings(
                0,
                SANDBOX_KEY,
                2,
                new Timing(Duration.ofSeconds(40), Duration.ofSeconds(4), Duration.ofSeconds(1)),
                true,
                1,
                InstantSource.system());
    }

    public FalSettings withPort(int other) {
        return new FalSettings(other, key, concurrency, timing, loopbackWebhooks, seed, clock);
    }

    public FalSettings withKey(String other) {
        return new FalSettings(port, other, concurrency, timing, loopbackWebhooks, seed, clock);
    }

    public FalSettings withConcurrency(int other) {
        return new FalSettings(port, key, other, timing, loopbackWebhooks, seed, clock);
    }

    public FalSettings withTiming(Timing other) {
        return new FalSettings(port, key, concurrency, other, loopbackWebhooks, seed, clock);
    }

    public FalSettings withoutLoopbackWebhooks() {
        return new FalSettings(port, key, concurrency, timing, false, seed, clock);
    }

    public FalSettings withSeed(long other) {
        return new FalSettings(port, key, concurrency, timing, loopbackWebhooks, other, clock);
    }

    public FalSettings withClock(InstantSource other) {
        return new FalSettings(port, key, concurrency, timing, loopbackWebhooks, seed, other);
    }
}
