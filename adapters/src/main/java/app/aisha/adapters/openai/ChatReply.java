package app.aisha.adapters.openai;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a chat model did. */
sealed interface ChatReply {

    JsonMapper JSON = new JsonMapper();
    int LONGEST_REASON = 200;

    /** Whatever it said; may be blank. */
    record Said(String text) implements ChatReply {}

    record Refused(String reason) implements ChatReply {}

    /** It had more to say than it may. */
    record CutOff() implements ChatReply {}

    /** Empty when the body holds no choice. */
    static Optional<ChatReply> read(String body) {
        try {
            return choice(JSON.readTree(body).path("choices").path(0));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<ChatReply> choice(JsonNode choice) {
        var message = choice.path("message");
        if (!message.isObject()) {
            return Optional.empty();
        }
        var refusal = message.path("refusal").asString("").strip();
        if (!refusal.isEmpty()) {
            return Optional.of(new Refused(refusal.substring(0, Math.min(refusal.length(), LONGEST_REASON))));
        }
        return Optional.of(
                switch (choice.path("finish_reason").asString("")) {
                    case "length" -> new CutOff();
                    case "content_filter" -> new Refused("content_filter");
                    default -> new Said(text(message.path("content")));
                });
    }

    /** Some servers send a list of parts. */
    private static String text(JsonNode content) {
        return content.isArray()
                ? StreamSupport.stream(content.spliterator(), false)
                        .map(part -> part.path("text").asString(""))
                        .collect(Collectors.joining())
                : content.asString("");
    }
}
