package app.aisha.simulators.openai;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** How the text server differs from OpenAI's until told otherwise. Thread-safe. */
final class ChatHabits {
    private static final String NONE = "none";

    private Habits habits = Habits.of(Json.object());
    private Sight sight = Sight.of(Json.object());
    private int garbled;

    /**
     * What it does.
     *
     * @param wrap what it puts around JSON: none, fence or prose
     * @param context tokens of the longest conversation; 0 where there is no limit
     * @param finishReason instead of the right one
     * @param refusal instead of an answer
     */
    private record Habits(
            boolean schema,
            boolean object,
            boolean newLimit,
            String wrap,
            int context,
            @Nullable String finishReason,
            @Nullable String refusal) {

        static Habits of(ObjectNode body) {
            return new Habits(
                    body.path("json_schema").asBoolean(true),
                    body.path("json_object").asBoolean(true),
                    body.path("max_completion_tokens").asBoolean(true),
                    body.path("wrap").asString(NONE).toLowerCase(Locale.ROOT),
                    body.path("context").asInt(0),
                    text(body, "finish_reason"),
                    text(body, "refusal"));
        }

        private static @Nullable String text(ObjectNode body, String name) {
            return body.path(name).isString() ? body.path(name).stringValue() : null;
        }
    }

    /**
     * What it does with pictures.
     *
     * @param bytes of the largest; 0 where there is no limit
     */
    private record Sight(boolean images, int bytes) {

        static Sight of(ObjectNode body) {
            return new Sight(
                    body.path("images").asBoolean(true), body.path("image_bytes").asInt(0));
        }

        void check(SentPicture picture) {
            if (!images) {
                throw ApiError.invalid("This is not a multimodal model: image input is not supported", null, null);
            }
            if (bytes > 0 && picture.bytes() > bytes) {
                throw ApiError.invalid(
                        "The image has %d bytes, at most %d are allowed.".formatted(picture.bytes(), bytes),
                        null,
                        "image_file_too_large");
            }
        }
    }

    /**
     * Takes {@code json_schema}, {@code json_object}, {@code max_completion_tokens}, {@code wrap}, {@code garbled}, {@code context}, {@code finish_reason},
     * {@code refusal}, {@code images}, {@code image_bytes}; what is absent is as at OpenAI.
     */
    synchronized ObjectNode become(ObjectNode body) {
        var next = Habits.of(body);
        if (!next.wrap.matches("none|fence|prose")) {
            throw ApiError.invalid("'wrap' must be none, fence or prose", null, null);
        }
        habits = next;
        sight = Sight.of(body);
        garbled = body.path("garbled").asInt(0);
        return Json.object().put("ok", true);
    }

    /** Refuses what this server does not understand. */
    synchronized void check(ObjectNode request, Conversation conversation) {
        conversation.pictures().forEach(sight::check);
        int tokens = conversation.tokens();
        var format = request.path("response_format").path("type").asString("text");
        if ((format.equals("json_schema") && !habits.schema) || (format.equals("json_object") && !habits.object)) {
            throw ApiError.invalid("response_format type '%s' is not supported".formatted(format), null, null);
        }
        if (request.has("max_completion_tokens") && !habits.newLimit) {
            throw ApiError.invalid("Unrecognized request argument supplied: max_completion_tokens", null, null);
        }
        if (habits.context > 0 && tokens > habits.context) {
            throw ApiError.invalid(
                    "This model's maximum context length is %d tokens. However, your messages resulted in %d tokens."
                            .formatted(habits.context, tokens),
                    "messages",
                    "context_length_exceeded");
        }
    }

    /** The answer as this server gives it. */
    synchronized TextAnswer changed(TextAnswer answer) {
        if (habits.refusal != null) {
            return answer.refused(habits.refusal);
        }
        var text = answer.text();
        if (garbled > 0) {
            garbled--;
            text = text.substring(0, text.length() / 2);
        }
        var wrapped = switch (habits.wrap) {
            case "fence" -> "```json\n%s\n```".formatted(text);
            case "prose" -> "Sure {happy to help}! Here it is:\n\n%s\n\nAnything else?".formatted(text);
            default -> text;
        };
        return answer.saying(wrapped, habits.finishReason == null ? answer.finishReason() : habits.finishReason);
    }
}
