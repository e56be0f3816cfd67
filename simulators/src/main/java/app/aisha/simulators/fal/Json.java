package app.aisha.simulators.fal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees in and out of bytes. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /** Empty when the bytes are no JSON. */
    static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.of(MAPPER.readTree(body));
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    static Optional<JsonNode> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code {"detail": text}}. */
    static ObjectNode detail(String text) {
        return object().put("detail", text);
    }
}
