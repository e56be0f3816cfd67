package app.aisha.adapters.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads how long a server asks to be left alone. */
public final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /**
     * {@code retry-after-ms} in milliseconds, else {@code Retry-After} in seconds or as a date (RFC 9110, 10.2.3); never
     * negative and never more than a day. Values nobody can read are ignored.
     */
    public static Optional<Duration> of(HttpHeaders headers, InstantSource clock) {
        return headers.firstValue("retry-after-ms")
                .flatMap(value -> number(value, 1))
                .or(() -> headers.firstValue("retry-after")
                        .flatMap(value -> number(value, 1_000).or(() -> date(value, clock))))
                .map(RetryAfter::bounded);
    }

    private static Optional<Duration> number(String value, int millis) {
        try {
            var number = Double.parseDouble(value.strip());
            return Double.isFinite(number)
                    ? Optional.of(Duration.ofMillis((long) Math.min(number * millis, (double) LONGEST.toMillis())))
                    : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> date(String value, InstantSource clock) {
        try {
            var until = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), until.toInstant()));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
