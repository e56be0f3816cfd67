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

    /** Begins at this moment, if it would begin earlier. */
    Stretch notBefore(Duration earliest) {
        return start.compareTo(earliest) >= 0
                ? this
                : new Stretch(earliest, end.compareTo(earliest) > 0 ? end : earliest);
    }

    /** Its beginning, as many parts of the whole. */
    Stretch firstPart(int parts, int whole) {
        return new Stretch(start, start.plus(share(Math.min(parts, whole), whole)));
    }

    /** What comes after as many parts of the whole. */
    Stretch lastPart(int before, int whole) {
        return new Stretch(start.plus(share(before, whole)), end);
    }

    private Duration share(int parts, int whole) {
        return length().multipliedBy(parts).dividedBy(whole);
    }
}
