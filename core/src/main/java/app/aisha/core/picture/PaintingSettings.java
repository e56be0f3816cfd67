package app.aisha.core.picture;

import java.time.Duration;
import java.util.Optional;

/**
 * How pictures are painted here.
 *
 * @param instant the endpoint that paints from photos without a training
 * @param mark words in a corner of every picture; empty for none
 */
public record PaintingSettings(String instant, Optional<String> mark, Patience patience) {

    /**
     * How long a painter is waited for.
     *
     * @param uncertain until a request without an answer counts as lost
     * @param longest from the painter's acceptance until a picture counts as too slow
     * @param outage from the order until a painter or a store that cannot be reached is given up
     * @param late from the order until one that was given up is looked after no more
     */
    public record Patience(Duration uncertain, Duration longest, Duration outage, Duration late) {

        /** FAL's line may be long where an account has few places (fal.md 7). */
        public static final Patience USUAL = new Patience(
                Duration.ofMinutes(2), Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofHours(2));
    }
}
