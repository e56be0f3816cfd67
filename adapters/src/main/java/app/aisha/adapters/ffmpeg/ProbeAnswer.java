package app.aisha.adapters.ffmpeg;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What ffprobe found.
 *
 * @param container first word of the format's name; empty when it did not recognise the file
 * @param sound the first sound track
 */
record ProbeAnswer(String container, Optional<Track> sound) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A sound track.
     *
     * @param codec empty when nobody knows how to decode it
     * @param length where the headers tell it
     */
    record Track(String codec, int channels, Optional<Duration> length) {}

    static ProbeAnswer read(byte[] json) {
        try {
            return read(JSON.readTree(json));
        } catch (JacksonException cutOff) {
            return new ProbeAnswer("", Optional.empty());
        }
    }

    private static ProbeAnswer read(JsonNode answer) {
        var format = answer.path("format");
        var container = format.path("format_name").asString("").split(",", 2)[0];
        var streams = answer.path("streams");
        for (var stream : streams) {
            if (stream.path("codec_type").asString("").equals("audio")) {
                var length = seconds(stream.path("duration").asString(""))
                        .or(() -> clock(stream.path("tags").path("DURATION").asString("")))
                        .or(() -> streams.size() == 1
                                ? seconds(format.path("duration").asString(""))
                                : Optional.empty());
                var codec = stream.path("codec_name").asString("unknown").replace("unknown", "");
                return new ProbeAnswer(
                        container,
                        Optional.of(new Track(codec, stream.path("channels").asInt(0), length)));
            }
        }
        return new ProbeAnswer(container, Optional.empty());
    }

    /** Seconds with a fraction, as ffprobe writes them. */
    private static Optional<Duration> seconds(@Nullable String text) {
        try {
            var seconds = Double.parseDouble(text == null ? "" : text);
            return seconds > 0 && seconds < Integer.MAX_VALUE
                    ? Optional.of(Duration.ofNanos(Math.round(seconds * 1e9)))
                    : Optional.empty();
        } catch (NumberFormatException unknown) {
            return Optional.empty();
        }
    }

    /** Hours, minutes and seconds, as Matroska's writers put them into a tag: 00:01:02.500000000. */
    private static Optional<Duration> clock(String text) {
        var parts = text.split(":", 4);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var whole = Duration.ofHours(Long.parseLong(parts[0])).plusMinutes(Long.parseLong(parts[1]));
            return seconds(parts[2]).map(whole::plus);
        } catch (NumberFormatException | ArithmeticException unreadable) {
            return Optional.empty();
        }
    }
}
