package app.aisha.adapters.openai;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Times as they stand in the transcript, and as models give them back. */
final class TimeCode {

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Pattern CLOCK =
            Pattern.compile("[\\[(\\s]*(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{1,2}(?:[.,]\\d{1,9})?)(?![\\d:])");
    private static final Pattern SECONDS =
            Pattern.compile("(?i)\\s*(\\d{1,9}(?:[.,]\\d{1,9})?)\\s*(s|sec|seconds)?\\s*");
    private static final int SIXTY = 60;

    private TimeCode() {}

    /** {@code HH:MM:SS}. */
    static String of(Duration time) {
        return "%02d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    /** Reads {@code 12:34}, {@code [1:02:03]}, a stretch by its beginning, or seconds; anything else is no time. */
    static Optional<Duration> read(JsonNode node) {
        if (!node.isString() && !node.isNumber()) {
            return Optional.empty();
        }
        var text = node.asString();
        var clock = CLOCK.matcher(text);
        if (clock.lookingAt()) {
            return clock(clock.group(1), clock.group(2), clock.group(3));
        }
        var seconds = SECONDS.matcher(text);
        return seconds.matches() ? bounded(0, 0, number(seconds.group(1))) : Optional.empty();
    }

    private static Optional<Duration> clock(@Nullable String hours, String minutes, String seconds) {
        var second = number(seconds);
        if (second >= SIXTY || (hours != null && Integer.parseInt(minutes) >= SIXTY)) {
            return Optional.empty();
        }
        return bounded(hours == null ? 0 : Integer.parseInt(hours), Integer.parseInt(minutes), second);
    }

    private static Optional<Duration> bounded(long hours, long minutes, double seconds) {
        var time = Duration.ofHours(hours).plusMinutes(minutes).plusMillis(Math.round(seconds * 1_000));
        return Optional.of(time).filter(it -> it.compareTo(LONGEST) <= 0);
    }

    private static double number(String digits) {
        return Double.parseDouble(digits.replace(',', '.'));
    }
}
