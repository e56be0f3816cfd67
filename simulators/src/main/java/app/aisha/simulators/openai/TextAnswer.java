package app.aisha.simulators.openai;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the text model says.
 *
 * @param refusal instead of the text, when it refuses
 * @param finishReason stop, length or content_filter
 */
record TextAnswer(String text, @Nullable String refusal, String finishReason, int inputTokens, int outputTokens) {
    private static final int LETTERS_PER_TOKEN = 4;

    /** What is wanted of the answer. */
    sealed interface Form {
        record Prose() implements Form {}

        record AnyObject() implements Form {}

        record Schema(JsonNode schema) implements Form {}
    }

    static TextAnswer to(Conversation conversation, Form form, @Nullable Integer maxTokens, ChatScript script) {
        var scripted = script.find(conversation.text());
        var refusal = scripted.map(ChatScript.Line::refusal).orElse(null);
        var text = scripted.map(ChatScript.Line::answer)
                .orElseGet(() -> refusal == null ? simulated(form, conversation) : "");
        var reason = scripted.map(ChatScript.Line::finishReason).orElse("stop");
        if (maxTokens != null && tokens(text) > maxTokens) {
            text = text.substring(0, maxTokens * LETTERS_PER_TOKEN);
            reason = "length";
        }
        return new TextAnswer(text, refusal, reason, conversation.tokens(), tokens(text));
    }

    static int tokens(String text) {
        return (text.length() + LETTERS_PER_TOKEN - 1) / LETTERS_PER_TOKEN;
    }

    TextAnswer refused(String why) {
        return new TextAnswer("", why, finishReason, inputTokens, 0);
    }

    TextAnswer saying(String other, String reason) {
        return new TextAnswer(other, refusal, reason, inputTokens, tokens(other));
    }

    private static String simulated(Form form, Conversation conversation) {
        return switch (form) {
            case Form.Prose() -> asTold(conversation).orElse("This is a simulation: no model has read the question.");
            case Form.AnyObject() -> asTold(conversation).orElse("{\"simulated\":true}");
            case Form.Schema(var schema) ->
                Json.text(filled(schema, conversation).orElseGet(() -> StrictSchema.sample(schema)));
        };
    }

    private static Optional<JsonNode> filled(JsonNode schema, Conversation conversation) {
        return SimulatedReader.fill(schema, conversation).or(() -> SimulatedTranslator.fill(schema, conversation));
    }

    /** A schema that is told in words is followed too. */
    private static Optional<String> asTold(Conversation conversation) {
        return SimulatedReader.schemaIn(conversation)
                .flatMap(schema -> filled(schema, conversation))
                .map(Json::text);
    }
}
