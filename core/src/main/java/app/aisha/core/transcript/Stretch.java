package app.aisha.core.transcript;

import java.time.Duration;

/**
 * A part of a recording or of a piece of it.
 *
 * @param start not negative
 * @param end not before the start
 */
public record Stretch(Duration start, Duration end) {

    public Stretch {
        if (start.isNegative() || end.compareTo(start) < 0) {
            throw new IllegalArgumentException("No stretch goes from %s to %s".formatted(start, end));
        }
    }

    public Duration length() {
        return end.minus(start);
    }

    /** The same, seen from where this much comes before. */
    public Stretch after(Duration before) {
        return new Stretch(start.plus(before), end.plus(before));
    }
}
