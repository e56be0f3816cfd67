package app.aisha.adapters.openai;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server says about a failure; each part may be blank. The servers do not agree on a form: OpenAI sends {@code
 * {"error":{"message",…}}}, vLLM the same without the outer braces, whisper.cpp {@code {"error":"…"}}, speaches {@code
 * {"detail":…}}, gateways HTML.
 */
record ServiceError(String message, String type, String code, String param) {

    private static final int LONGEST = 200;
    private static final int LONGEST_READ = 20_000;
    private static final JsonMapper JSON = new JsonMapper();

    static ServiceError read(String body) {
        try {
            return read(JSON.readTree(body), body);
        } catch (JacksonException notJson) {
            return new ServiceError(plain(body), "", "", "");
        }
    }

    /** The failure that a body without an answer tells of, where it is an object that does. */
    static Optional<ServiceError> insteadOfAnswer(String body) {
        try {
            var json = JSON.readTree(body);
            var failed = json.isObject() && (json.hasNonNull("error") || json.hasNonNull("detail"));
            return failed ? Optional.of(read(body)) : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static ServiceError read(JsonNode answer, String body) {
        var error = answer.path("error");
        if (error.isObject()) {
            return parts(error, error.path("message"));
        }
        if (error.isString()) {
            return parts(answer, error);
        }
        var detail = answer.path("detail");
        if (detail.isArray() && !detail.isEmpty()) {
            return new ServiceError(plain(complaints(detail)), "", "", param(detail.path(0)));
        }
        if (detail.isObject()) {
            return parts(detail, detail.path("message"));
        }
        if (detail.isString()) {
            return parts(answer, detail);
        }
        return answer.path("message").isString()
                ? parts(answer, answer.path("message"))
                : new ServiceError(plain(body), "", "", "");
    }

    private static ServiceError parts(JsonNode error, JsonNode message) {
        return new ServiceError(
                plain(message.asString("")),
                plain(error.path("type").asString("")),
                plain(error.path("code").asString("")),
                plain(error.path("param").asString("")));
    }

    /** FastAPI names the field by the way to it: {@code ["body","language"]}. */
    private static String complaints(JsonNode detail) {
        return StreamSupport.stream(detail.spliterator(), false)
                .map(one -> (param(one) + " " + one.path("msg").asString(one.toString())).strip())
                .collect(Collectors.joining("; "));
    }

    private static String param(JsonNode complaint) {
        var way = complaint.path("loc");
        return way.isArray() && !way.isEmpty() ? plain(way.path(way.size() - 1).asString("")) : "";
    }

    /** One short line without mark-up. */
    private static String plain(String text) {
        var read = text.length() <= LONGEST_READ ? text : text.substring(0, LONGEST_READ);
        var line = read.replaceAll("(?s)<(script|style)\\b.*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
