package app.aisha.adapters.openai;

import app.aisha.core.transcript.Transcriber.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reads the timed segments of an answer, whatever unit their times are in. */
final class SpeechSegments {

    /** A time this many times beyond the end of the clip is not in the unit it was taken for. */
    private static final double ABSURD = 10;

    private static final double[] UNITS = {1, 1e-3, 1e-9};

    private final double length;

    SpeechSegments(Duration length) {
        this.length = Math.max(0.1, seconds(length));
    }

    /** In the order given, within the clip; empty when any of them has no time. */
    List<Segment> read(JsonNode array) {
        var latest = StreamSupport.stream(array.spliterator(), false)
                .map(segment -> number(segment.path("end")))
                .flatMapToDouble(OptionalDouble::stream)
                .max();
        var segments = new ArrayList<Segment>();
        for (var node : array) {
            var start = number(node.path("start"));
            var end = number(node.path("end"));
            var text = node.path("text").asString("").strip();
            if (start.isEmpty() || end.isEmpty()) {
                return List.of();
            }
            if (!text.isEmpty()) {
                var unit = unit(latest.orElse(0));
                var from = within(start.getAsDouble() * unit, 0);
                var to = within(end.getAsDouble() * unit, from);
                segments.add(new Segment(duration(from), duration(to), text, speaker(node.path("speaker"))));
            }
        }
        return List.copyOf(segments);
    }

    private static Optional<String> speaker(JsonNode label) {
        return Optional.of(label.asString("").strip()).filter(name -> !name.isEmpty());
    }

    private double unit(double latest) {
        for (var unit : UNITS) {
            if (latest * unit <= length * ABSURD) {
                return unit;
            }
        }
        return 0;
    }

    private double within(double seconds, double least) {
        return Math.clamp(seconds, least, Math.max(least, length));
    }

    private static OptionalDouble number(JsonNode node) {
        try {
            var number = node.isNumber() ? node.asDouble() : Double.parseDouble(node.asString(""));
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException missing) {
            return OptionalDouble.empty();
        }
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
