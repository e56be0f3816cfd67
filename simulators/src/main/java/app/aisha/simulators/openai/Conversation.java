package app.aisha.simulators.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The turns of a conversation in either API's form; what the real server refuses is refused. */
final class Conversation {
    private static final Set<String> ROLES = Set.of("developer", "system", "user", "assistant", "tool");
    private static final Set<String> TEXT_PARTS = Set.of("text", "input_text", "output_text");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder fromUsers = new StringBuilder();
    private final StringBuilder instructions = new StringBuilder();
    private final List<SentPicture> pictures = new ArrayList<>();

    /** @param param the name of the list in the request, for refusals */
    static Conversation read(JsonNode turns, String param) {
        var conversation = new Conversation();
        if (turns.isString()) {
            conversation.said(turns.stringValue(), "user");
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
    Conversation after(String told) {
        text.insert(0, told + "\n");
        instructions.insert(0, told + "\n");
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

    /** What developers said. */
    String instructions() {
        return instructions.toString();
    }

    /** What users showed within their messages. */
    List<SentPicture> pictures() {
        return List.copyOf(pictures);
    }

    /** About how many tokens all of it has. */
    int tokens() {
        return TextAnswer.tokens(text.toString())
                + pictures.stream().mapToInt(SentPicture::tokens).sum();
    }

    private void said(String words, String role) {
        text.append(words).append('\n');
        switch (role) {
            case "user" -> fromUsers.append(words).append('\n');
            case "system", "developer" -> instructions.append(words).append('\n');
            default -> {}
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
        content(turn.path("content"), param + ".content", role);
    }

    private void content(JsonNode content, String param, String role) {
        if (content.isString()) {
            said(content.stringValue(), role);
            return;
        }
        if (!content.isArray() || content.isEmpty()) {
            throw Parameters.wrongType(param, "one of a string or array of objects", content);
        }
        for (int i = 0; i < content.size(); i++) {
            part(content.get(i), "%s[%d]".formatted(param, i), role);
        }
    }

    private void part(JsonNode part, String param, String role) {
        boolean byUser = role.equals("user");
        var type = part.path("type").asString("");
        if (TEXT_PARTS.contains(type)) {
            if (!part.path("text").isString()) {
                throw Parameters.wrongType(param + ".text", "a string", part.path("text"));
            }
            said(part.path("text").stringValue(), role);
        } else if (byUser && type.equals("image_url")) {
            image(part.path("image_url").path("url"), param + ".image_url.url");
        } else if (byUser && type.equals("input_image")) {
            image(part.path("image_url"), param + ".image_url");
        } else {
            throw ApiError.invalid("Invalid value: '%s'.".formatted(type), param + ".type", "invalid_value");
        }
    }

    /** Pictures elsewhere are not fetched. */
    private void image(JsonNode url, String param) {
        if (!url.asString("").matches("(?s)https?://.+")) {
            pictures.add(SentPicture.open(url.asString(""), param));
        }
    }
}
