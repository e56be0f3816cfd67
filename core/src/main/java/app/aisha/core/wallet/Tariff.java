package app.aisha.core.wallet;

import java.time.Duration;

/**
 * What sound costs.
 *
 * @param minute price of a started minute
 * @param free how much of each recording costs nothing
 */
public record Tariff(Credits minute, Duration free) {

    public Credits of(Duration sound) {
        var paid = sound.minus(free);
        if (paid.isNegative() || paid.isZero()) {
            return Credits.NONE;
        }
        return minute.times(Math.ceilDiv(paid.toMillis(), Duration.ofMinutes(1).toMillis()));
    }
}
