package app.aisha.simulators.fal;

import java.time.Duration;
import java.time.Instant;

/** How long a file is kept, as the lifecycle headers of a request ask. */
final class Lifecycle {
    private static final Duration UNASKED = Duration.ofDays(7);

    private Lifecycle() {}

    /**
     * When a file made at this moment is gone; {@link Instant#MAX} for never.
     *
     * @throws Refusal 422 when the header is no such JSON
     */
    static Instant expiry(Request request, Instant now) {
        var header =
                request.header("X-Fal-Object-Lifecycle").or(() -> request.header("X-Fal-Object-Lifecycle-Preference"));
        if (header.isEmpty()) {
            return now.plus(UNASKED);
        }
        var json = Json.read(header.get()).orElseThrow(Lifecycle::wrong);
        if (!json.isObject()) {
            throw wrong();
        }
        var seconds = json.path("expiration_duration_seconds");
        if (seconds.isNull()) {
            return Instant.MAX;
        }
        if (seconds.isMissingNode()) {
            return now.plus(UNASKED);
        }
        if (!seconds.isIntegralNumber() || seconds.longValue() <= 0) {
            throw wrong();
        }
        return now.plusSeconds(seconds.longValue());
    }

    private static Refusal wrong() {
        return new Refusal(422, "Invalid X-Fal-Object-Lifecycle header");
    }
}
