package app.aisha.simulators.fal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of the settings plus what was advanced. Thread-safe. */
final class SimulatedClock implements InstantSource {
    private final InstantSource given;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    SimulatedClock(InstantSource given) {
        this.given = given;
    }

    @Override
    public Instant instant() {
        return given.instant().plus(ahead.get());
    }

    void advance(Duration by) {
        ahead.accumulateAndGet(by, Duration::plus);
    }
}
