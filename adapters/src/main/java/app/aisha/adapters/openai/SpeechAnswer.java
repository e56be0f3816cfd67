package app.aisha.adapters.openai;

import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import app.aisha.core.transcript.Transcriber.Segment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the answers of all the servers that call themselves compatible: an object with {@code text}, one with segments
 * only, a JSON string or plain text; times in seconds, milliseconds or nanoseconds, as numbers or strings.
 */
final class SpeechAnswer {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Pattern PAGE = Pattern.compile(
            "(?i)<(!doctype|!--|\\?xml|html|head|body|title|meta|center|script|style|div|h\\d|p|pre)\\b");

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x00-\\x08\\x0e-\\x1f\\ufffd]");

    private final Duration length;
    private final SpeechFormat format;

    /** For a clip of this length, asked for in this form; what comes may have another one. */
    SpeechAnswer(Duration length, SpeechFormat format) {
        this.length = length;
        this.format = format;
    }

    /** Empty when this is no answer: nothing, a web page, cut off or something else. */
    Optional<Heard> read(String body) {
        var text = body.strip();
        if (text.isEmpty()) {
            return format == SpeechFormat.TEXT ? plain("") : Optional.empty();
        }
        if (PAGE.matcher(text).lookingAt() || UNPRINTABLE.matcher(text).find()) {
            return Optional.empty();
        }
        try {
            var json = JSON.readTree(text);
            if (json.isObject()) {
                return object(json);
            }
            return json.isArray() || json.isNull() ? Optional.empty() : plain(json.isString() ? json.asString() : text);
        } catch (JacksonException notJson) {
            return text.startsWith("{") ? Optional.empty() : plain(text);
        }
    }

    private static Optional<Heard> plain(String text) {
        return Optional.of(new Heard(text.strip(), Optional.empty(), List.of()));
    }

    private Optional<Heard> object(JsonNode answer) {
        var segments = new SpeechSegments(length).read(answer.path("segments"));
        var text = answer.path("text");
        if (!text.isString() && !text.isNull() && segments.isEmpty()) {
            return Optional.empty();
        }
        var all = text.isString()
                ? text.asString()
                : segments.stream().map(Segment::text).collect(Collectors.joining(" "));
        return Optional.of(new Heard(all.strip(), language(answer), segments));
    }

    private static Optional<String> language(JsonNode answer) {
        var code = answer.path("languages").path(0).path("code").asString("");
        return Languages.code(code.isEmpty() ? answer.path("language").asString("") : code);
    }
}
