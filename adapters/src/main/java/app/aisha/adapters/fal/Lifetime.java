package app.aisha.adapters.fal;

import java.time.Duration;

/** How long FAL keeps a file, as its headers say it. */
final class Lifetime {

    private Lifetime() {}

    static String of(Duration duration) {
        return "{\"expiration_duration_seconds\":%d}".formatted(duration.toSeconds());
    }
}
