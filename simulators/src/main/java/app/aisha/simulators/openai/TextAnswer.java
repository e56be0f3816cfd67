package app.aisha.simulators.openai;

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

    static TextAnswer to(String conversation, Form form, @Nullable Integer maxTokens, ChatScript script) {
        var scripted = script.find(conversation);
        var refusal = scripted.map(ChatScript.Line::refusal).orElse(null);
        var text = scripted.map(ChatScript.Line::answer).orElseGet(() -> refusal == null ? simulated(form) : "");
        var reason = scripted.map(ChatScript.Line::finishReason).orElse("stop");
        if (maxTokens != null && tokens(text) > maxTokens) {
            text = text.substring(0, maxTokens * LETTERS_PER_TOKEN);
            reason = "length";
        }
        return new TextAnswer(text, refusal, reason, tokens(conversation), tokens(text));
    }

    private static int tokens(String text) {
        return (text.length() + LETTERS_PER_TOKEN - 1) / LETTERS_PER_TOKEN;
    }

    private static String simulated(Form form) {
        return switch (form) {
            case Form.Prose() -> "This is a simulation: no model has read the question.";
            case Form.AnyObject() -> "{\"simulated\":true}";
            case Form.Schema(var schema) -> Json.text(StrictSchema.sample(schema));
        };
    }
}
