package app.aisha.simulators.openai;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A misbehaviour to show.
 *
 * @param path only requests whose path contains it; all when empty
 * @param times how often; for good when null
 * @param retryAfter seconds to announce, where the kind announces any; nothing is announced below zero
 * @param millis how long to wait, where the kind waits
 */
record Fault(int id, String path, Kind kind, @Nullable Integer times, int retryAfter, long millis) {

    enum Kind {
        TOO_MANY_REQUESTS,
        INSUFFICIENT_QUOTA,
        SERVER_ERROR,
        OVERLOADED,
        SLOW,
        HANG,
        EMPTY,
        EMPTY_TEXT,
        HTML,
        RESET,
        UNAUTHORIZED,
        MODEL_NOT_FOUND,
        TOO_LARGE,
        COUNTRY,
        ACT_THEN_RESET;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ObjectNode json() {
        return Json.object()
                .put("id", id)
                .put("path", path)
                .put("kind", kind.wireName())
                .put("times", times)
                .put("retry_after", retryAfter)
                .put("millis", millis);
    }

    /** The answer given instead of the right one; only of kinds that answer. */
    Reply reply() {
        return switch (kind) {
            case TOO_MANY_REQUESTS -> tooMany();
            case INSUFFICIENT_QUOTA ->
                error(
                        429,
                        "You exceeded your current quota, please check your plan and billing details.",
                        "insufficient_quota",
                        "insufficient_quota");
            case SERVER_ERROR ->
                error(
                        500,
                        "The server had an error while processing your request. Sorry about that!",
                        "server_error",
                        null);
            case OVERLOADED ->
                error(
                        503,
                        "Our servers are currently overloaded. Please try again later.",
                        "service_unavailable_error",
                        "server_is_overloaded");
            case UNAUTHORIZED -> error(401, "Incorrect API key provided.", "invalid_request_error", "invalid_api_key");
            case MODEL_NOT_FOUND -> ApiError.modelNotFound("the-model").reply();
            case TOO_LARGE -> TooLarge.reply(TooLarge.LIMIT + 1);
            case COUNTRY ->
                error(
                        403,
                        "Country, region, or territory not supported",
                        "request_forbidden",
                        "unsupported_country_region_territory");
            case HTML -> badGateway();
            case EMPTY_TEXT -> new Reply.Whole(200, "application/json", "{\"text\": \"\"}", Map.of());
            case EMPTY, SLOW, HANG, RESET, ACT_THEN_RESET -> new Reply.Whole(200, "application/json", "", Map.of());
        };
    }

    private static Reply badGateway() {
        return new Reply.Whole(
                502,
                "text/html",
                "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1>"
                        + "</center><hr><center>cloudflare</center></body></html>",
                Map.of());
    }

    private Reply tooMany() {
        var message = "Rate limit reached on requests per min (RPM). Please try again in %ds.".formatted(retryAfter);
        var plain = new ApiError(429, message, "requests", null, "rate_limit_exceeded").reply();
        if (retryAfter < 0) {
            return plain;
        }
        return new Reply.Whole(
                429,
                plain.type(),
                plain.body(),
                Map.of(
                        "Retry-After",
                        Integer.toString(retryAfter),
                        "retry-after-ms",
                        Long.toString(retryAfter * 1000L),
                        "x-ratelimit-remaining-requests",
                        "0",
                        "x-ratelimit-reset-requests",
                        retryAfter + "s"));
    }

    private static Reply error(int status, String message, String type, @Nullable String code) {
        return new ApiError(status, message, type, null, code).reply();
    }
}
