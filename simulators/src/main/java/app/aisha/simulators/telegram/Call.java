package app.aisha.simulators.telegram;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One request of the bot. As on the real server every parameter is text, and an empty one is an absent one. */
record Call(String method, Map<String, String> parameters, Map<String, Upload> uploads) {

    String text(String name) {
        return parameters.getOrDefault(name, "");
    }

    Optional<String> given(String name) {
        return Optional.of(text(name)).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return given(name).orElseThrow(() -> Refusal.badRequest("parameter \"%s\" is required".formatted(name)));
    }

    /** Zero when absent or not a number. */
    long number(String name) {
        return given(name)
                .map(String::strip)
                .filter(value -> value.matches("[+-]?\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    long number(String name, long fallback, long least, long most) {
        return given(name).isEmpty() ? fallback : Math.clamp(number(name), least, most);
    }

    boolean flag(String name) {
        var value = text(name).strip();
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("yes") || value.equals("1");
    }

    Optional<JsonNode> json(String name, String complaint) {
        return given(name).map(text -> Json.tryRead(text).orElseThrow(() -> Refusal.badRequest(complaint)));
    }

    /** For the call log. */
    ObjectNode logged() {
        var json = Json.object();
        parameters.forEach(json::put);
        uploads.forEach((name, upload) -> json.putObject(name)
                .put("file_name", upload.name())
                .put("file_size", upload.blob().size()));
        return json;
    }
}
