package app.aisha.simulators.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What conversations are answered with. Thread-safe. */
final class ChatScript {
    private final List<Line> lines = new ArrayList<>();

    /**
     * An answer for conversations that contain a text.
     *
     * @param answer the text to say; null when the model refuses
     * @param refusal why it refuses
     * @param finishReason as the real server names it
     */
    record Line(
            String match, @Nullable String answer, @Nullable String refusal, String finishReason) {}

    /** Takes {@code {"match", "answer": text or JSON}} or {@code {"match", "refusal"}}; the newest match wins. */
    ObjectNode add(ObjectNode body) {
        var answer = body.get("answer");
        var refusal = body.path("refusal").isString() ? body.path("refusal").stringValue() : null;
        if (!body.path("match").isString() || (answer == null) == (refusal == null)) {
            throw ApiError.invalid("'match' and one of 'answer' and 'refusal' are needed", null, null);
        }
        var said = answer == null ? null : answer.isString() ? answer.stringValue() : Json.text(answer);
        add(new Line(
                body.path("match").stringValue(),
                said,
                refusal,
                body.path("finish_reason").asString("stop")));
        return Json.object().put("ok", true);
    }

    private synchronized void add(Line line) {
        lines.addFirst(line);
    }

    synchronized Optional<Line> find(String conversation) {
        return lines.stream().filter(line -> conversation.contains(line.match)).findFirst();
    }

    synchronized void clear() {
        lines.clear();
    }
}
