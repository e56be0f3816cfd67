package app.aisha.adapters.fal;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server of FAL said. */
record FalAnswer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    static FalAnswer of(int status, HttpHeaders headers, byte[] body) {
        return new FalAnswer(status, headers, new String(body, StandardCharsets.UTF_8));
    }

    boolean ok() {
        return status / 100 == 2;
    }

    /** Whether the same question may be answered better a moment later. */
    boolean mayPass() {
        return status == 408 || isTooOften() || status >= 500;
    }

    boolean isTooOften() {
        return status == 429;
    }

    Optional<String> header(String name) {
        return headers.firstValue(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Empty where the body is no JSON object. */
    Optional<JsonNode> json() {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /** An answer of the proxy in front of FAL: a page instead of JSON, and no id of a request. */
    boolean isFromIngress() {
        return header("x-fal-request-id").isEmpty() && body.stripLeading().startsWith("<");
    }
}
