package app.aisha.core.work;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until it is moved. Thread-safe. */
public final class SettableClock implements InstantSource {

    private volatile Instant now;

    public SettableClock(Instant start) {
        this.now = start;
    }

    /** Stands at a moment in November 2026. */
    public SettableClock() {
        this(Instant.parse("2026-11-23T10:00:00Z"));
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant moment) {
        now = moment;
    }

    public synchronized void advance(Duration step) {
        now = now.plus(step);
    }
}
