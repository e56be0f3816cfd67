package app.aisha.adapters.openai;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads when a used-up limit is full again, from {@code x-ratelimit-reset-requests: 6m0s} and the like. */
final class RateLimitReset {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern ALL = Pattern.compile("(\\d{1,9}(\\.\\d{1,9})?(ms|s|m|h|d))+");
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)");

    private RateLimitReset() {}

    /** The longer of the two waits; a limit of which something is left does not count. */
    static Optional<Duration> of(HttpHeaders headers) {
        return Stream.of("requests", "tokens")
                .filter(limit -> headers.firstValue("x-ratelimit-remaining-" + limit)
                        .map(left -> left.strip().equals("0"))
                        .orElse(true))
                .flatMap(limit -> headers.firstValue("x-ratelimit-reset-" + limit).stream())
                .flatMap(value -> duration(value.strip()).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Duration> duration(String value) {
        if (!ALL.matcher(value).matches()) {
            return Optional.empty();
        }
        var millis = PART.matcher(value)
                .results()
                .mapToDouble(part -> Double.parseDouble(part.group(1)) * unit(part.group(2)))
                .sum();
        return Optional.of(Duration.ofMillis((long) Math.min(Math.ceil(millis), (double) LONGEST.toMillis())));
    }

    private static double unit(String name) {
        return switch (name) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
