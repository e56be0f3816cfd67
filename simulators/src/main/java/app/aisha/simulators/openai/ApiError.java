package app.aisha.simulators.openai;

import org.jspecify.annotations.Nullable;

/** A request is refused; carries the answer the real server would give. */
final class ApiError extends RuntimeException {
    private final int status;
    private final String type;
    private final @Nullable String param;
    private final @Nullable String code;

    ApiError(int status, String message, String type, @Nullable String param, @Nullable String code) {
        super(message, null, false, false);
        this.status = status;
        this.type = type;
        this.param = param;
        this.code = code;
    }

    static ApiError invalid(String message, @Nullable String param, @Nullable String code) {
        return new ApiError(400, message, "invalid_request_error", param, code);
    }

    static ApiError unsupportedValue(String param, String message) {
        return invalid(message, param, "unsupported_value");
    }

    static ApiError modelNotFound(String model) {
        return new ApiError(
                404,
                "The model `%s` does not exist or you do not have access to it.".formatted(model),
                "invalid_request_error",
                null,
                "model_not_found");
    }

    int status() {
        return status;
    }

    @Nullable
    String param() {
        return param;
    }

    @Nullable
    String code() {
        return code;
    }

    Reply.Whole reply() {
        var body = Json.object();
        body.putObject("error")
                .put("message", getMessage())
                .put("type", type)
                .put("param", param)
                .put("code", code);
        return Reply.json(status, body);
    }
}
