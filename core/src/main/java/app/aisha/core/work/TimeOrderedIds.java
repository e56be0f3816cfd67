package app.aisha.core.work;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Makes UUIDs of version 7 (RFC 9562, 5.7): 48 bits of milliseconds, then a counter that keeps ids of one process in the
 * order they were made, then randomness. Thread-safe.
 */
public final class TimeOrderedIds {

    private static final int COUNTER_BITS = 12;

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private long lastTick;

    public TimeOrderedIds(InstantSource clock) {
        this.clock = clock;
    }

    public UUID next() {
        var tick = nextTick();
        var millis = tick >>> COUNTER_BITS;
        var counter = tick & ((1L << COUNTER_BITS) - 1);
        var high = (millis << 16) | (7L << 12) | counter;
        var low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** When this id was made, to the millisecond. */
    public static Instant madeAt(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** Not greater than any id that was made at this moment or later, and greater than those made before. */
    public static UUID firstOf(Instant moment) {
        var millis = moment.plusNanos(999_999).toEpochMilli();
        return new UUID(millis << 16, 0);
    }

    private synchronized long nextTick() {
        lastTick = Math.max(lastTick + 1, clock.millis() << COUNTER_BITS);
        return lastTick;
    }
}
