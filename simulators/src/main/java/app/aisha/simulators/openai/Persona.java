package app.aisha.simulators.openai;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The servers that call themselves compatible, each with its own addresses, limits and ways to say no. */
enum Persona {
    OPENAI,
    SPEACHES,
    WHISPERCPP,
    LOCALAI,
    VLLM,
    GROQ,
    GATEWAY;

    private static final int MEBIBYTE = 1 << 20;
    private static final String JSON_TYPE = "application/json";

    static Optional<Persona> named(String kind) {
        return List.of(values()).stream()
                .filter(persona -> persona.wireName().equals(kind))
                .findFirst();
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where speech is recognised. */
    String path() {
        return switch (this) {
            case OPENAI, SPEACHES, LOCALAI, VLLM, GATEWAY -> "/v1/audio/transcriptions";
            case WHISPERCPP -> "/inference";
            case GROQ -> "/openai/v1/audio/transcriptions";
        };
    }

    /** Where chats are completed. */
    String chatPath() {
        return this == GROQ ? "/openai/v1/chat/completions" : "/v1/chat/completions";
    }

    boolean wantsKey() {
        return switch (this) {
            case OPENAI, GROQ, GATEWAY -> true;
            case SPEACHES, WHISPERCPP, LOCALAI, VLLM -> false;
        };
    }

    /** Bytes of the largest request. */
    int largest() {
        return switch (this) {
            case OPENAI, VLLM, GROQ -> TooLarge.LIMIT;
            case SPEACHES, WHISPERCPP -> 100 * MEBIBYTE;
            case LOCALAI -> 15 * MEBIBYTE;
            case GATEWAY -> 10 * MEBIBYTE;
        };
    }

    /** What the server calls itself; blank where it says nothing. */
    String server() {
        return switch (this) {
            case OPENAI, GROQ -> "cloudflare";
            case SPEACHES, VLLM -> "uvicorn";
            case WHISPERCPP -> "whisper.cpp";
            case LOCALAI -> "";
            case GATEWAY -> "nginx";
        };
    }

    Reply tooLarge(long read) {
        return switch (this) {
            case OPENAI, SPEACHES, WHISPERCPP -> TooLarge.reply(read);
            case VLLM -> refusal(ApiError.invalid("Maximum file size exceeded", "audio_filesize_mb", null));
            case LOCALAI -> refusal(new ApiError(413, "Request Entity Too Large", "", null, null));
            case GROQ ->
                new ApiError(413, "Request Entity Too Large", "invalid_request_error", null, "request_too_large")
                        .reply();
            case GATEWAY -> page(413, "413 Request Entity Too Large");
        };
    }

    Reply notFound(String method, String path) {
        return switch (this) {
            case OPENAI, GROQ ->
                new ApiError(
                                404,
                                "Invalid URL (%s %s)".formatted(method, path),
                                "invalid_request_error",
                                null,
                                this == GROQ ? "unknown_url" : null)
                        .reply();
            case SPEACHES, VLLM -> Reply.json(404, Json.object().put("detail", "Not Found"));
            case LOCALAI -> refusal(new ApiError(404, "Resource not found", "", null, null));
            case WHISPERCPP -> new Reply.Whole(404, "text/html", "File Not Found (%s)".formatted(path), Map.of());
            case GATEWAY -> page(404, "404 Not Found");
        };
    }

    /** A refusal in the words of the server. */
    Reply refusal(ApiError refused) {
        return switch (this) {
            case OPENAI, GROQ -> refused.reply();
            case SPEACHES -> Reply.json(refused.status(), Json.object().put("detail", refused.getMessage()));
            case WHISPERCPP ->
                new Reply.Whole(200, JSON_TYPE, whisperCpp(String.valueOf(refused.getMessage())), Map.of());
            case LOCALAI -> Reply.json(refused.status(), wrapped(error(refused, "")));
            case VLLM ->
                Reply.json(
                        refused.status(),
                        wrapped(error(refused, "BadRequestError").put("param", refused.param())));
            case GATEWAY ->
                Reply.json(
                        refused.status(),
                        wrapped(Json.object()
                                .put("message", refused.getMessage() + " (request id: 2026112310)")
                                .put("type", "new_api_error")
                                .put("param", "")
                                .put("code", refused.code())));
        };
    }

    private static String whisperCpp(String message) {
        return Json.text(Json.object().put("error", message));
    }

    private static ObjectNode error(ApiError refused, String type) {
        return Json.object()
                .put("message", refused.getMessage())
                .put("type", refused.status() == 404 && !type.isEmpty() ? "NotFoundError" : type)
                .put("code", refused.status());
    }

    private static ObjectNode wrapped(ObjectNode error) {
        var body = Json.object();
        body.set("error", error);
        return body;
    }

    private static Reply page(int status, String title) {
        return new Reply.Whole(
                status,
                "text/html",
                "<html>\r\n<head><title>%s</title></head>\r\n<body>\r\n<center><h1>%s</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
                        .formatted(title, title),
                Map.of());
    }
}
