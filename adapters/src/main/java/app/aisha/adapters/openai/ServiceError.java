package app.aisha.adapters.openai;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server says about a failure; each part may be blank. The servers do not agree on a form: OpenAI sends
 * {@code {"error":{"message",…}}}, whisper.cpp {@code {"error":"…"}}, speaches {@code {"detail":…}}, gateways HTML.
 */
record ServiceError(String message, String type, String code, String param) {

    private static final int LONGEST = 200;
    private static final JsonMapper JSON = new JsonMapper();

    static ServiceError read(String body) {
        try {
            return read(JSON.readTree(body), body);
        } catch (JacksonException notJson) {
            return new ServiceError(plain(body), "", "", "");
        }
    }

    private static ServiceError read(JsonNode answer, String body) {
        var error = answer.path("error");
        if (error.isObject()) {
            return new ServiceError(
                    plain(error.path("message").asString("")),
                    error.path("type").asString(""),
                    error.path("code").asString(""),
                    error.path("param").asString(""));
        }
        if (error.isString()) {
            return new ServiceError(plain(error.asString()), "", "", "");
        }
        var detail = answer.path("detail");
        var text = detail.isString() ? detail.asString() : detail.isMissingNode() ? body : detail.toString();
        return new ServiceError(plain(text), "", "", "");
    }

    /** One short line without mark-up. */
    private static String plain(String text) {
        var line = text.replaceAll("(?s)<(script|style)\\b.*?</\\1>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
