package app.aisha.simulators.openai;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The turns of a conversation in either API's form; what the real server refuses is refused. */
final class Conversation {
    private static final Set<String> ROLES = Set.of("developer", "system", "user", "assistant", "tool");
    private static final Set<String> TEXT_PARTS = Set.of("text", "input_text", "output_text");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder fromUsers = new StringBuilder();

    /** @param param the name of the list in the request, for refusals */
    static Conversation read(JsonNode turns, String param) {
        var conversation = new Conversation();
        if (turns.isString()) {
            conversation.said(turns.stringValue(), true);
            return conversation;
        }
        if (!turns.isArray()) {
            throw Parameters.wrongType(param, "an array of objects", turns);
        }
        if (turns.isEmpty()) {
            throw ApiError.invalid(
                    "Invalid '%s': empty array. Expected an array with minimum length 1, but got an empty array instead."
                            .formatted(param),
                    param,
                    "empty_array");
        }
        for (int i = 0; i < turns.size(); i++) {
            conversation.turn(turns.get(i), "%s[%d]".formatted(param, i));
        }
        return conversation;
    }

    /** With instructions before it. */
    Conversation after(String instructions) {
        text.insert(0, instructions + "\n");
        return this;
    }

    /** Everything that was said, a line break after each turn. */
    String text() {
        return text.toString();
    }

    /** What users said. */
    String fromUsers() {
        return fromUsers.toString();
    }

    private void said(String words, boolean byUser) {
        text.append(words).append('\n');
        if (byUser) {
            fromUsers.append(words).append('\n');
        }
    }

    private void turn(JsonNode turn, String param) {
        if (!turn.isObject()) {
            throw Parameters.wrongType(param, "an object", turn);
        }
        var role = turn.path("role").asString("");
        if (!ROLES.contains(role)) {
            throw ApiError.invalid(
                    "Invalid value: '%s'. Supported values are: %s."
                            .formatted(role, ROLES.stream().sorted().toList()),
                    param + ".role",
                    "invalid_value");
        }
        content(turn.path("content"), param + ".content", role.equals("user"));
    }

    private void content(JsonNode content, String param, boolean byUser) {
        if (content.isString()) {
            said(content.stringValue(), byUser);
            return;
        }
        if (!content.isArray() || content.isEmpty()) {
            throw Parameters.wrongType(param, "one of a string or array of objects", content);
        }
        for (int i = 0; i < content.size(); i++) {
            part(content.get(i), "%s[%d]".formatted(param, i), byUser);
        }
    }

    private void part(JsonNode part, String param, boolean byUser) {
        var type = part.path("type").asString("");
        if (TEXT_PARTS.contains(type)) {
            if (!part.path("text").isString()) {
                throw Parameters.wrongType(param + ".text", "a string", part.path("text"));
            }
            said(part.path("text").stringValue(), byUser);
        } else if (byUser && type.equals("image_url")) {
            requireImage(part.path("image_url").path("url"), param + ".image_url.url");
        } else if (byUser && type.equals("input_image")) {
            requireImage(part.path("image_url"), param + ".image_url");
        } else {
            throw ApiError.invalid("Invalid value: '%s'.".formatted(type), param + ".type", "invalid_value");
        }
    }

    private static void requireImage(JsonNode url, String param) {
        if (!url.asString("").matches("(?s)https?://.+|data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*")) {
            throw ApiError.invalid(
                    "Invalid '%s'. Expected a valid URL or a base64-encoded PNG, JPEG, GIF or WebP image."
                            .formatted(param),
                    param,
                    "invalid_image_url");
        }
    }
}
