package app.aisha.simulators.fal;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a finished request has come to.
 *
 * @param status of the result; 200 for success
 * @param body of the result, also the payload of the webhook
 * @param headers of the result
 * @param error what the status object says, of failures of the service only
 * @param files what the output put into the CDN
 */
record Outcome(
        int status,
        ObjectNode body,
        Map<String, String> headers,
        @Nullable String error,
        @Nullable String errorType,
        List<URI> files) {

    Outcome {
        headers = Map.copyOf(headers);
        files = List.copyOf(files);
    }

    static Outcome success(Model.Output output) {
        return new Outcome(
                200,
                output.body(),
                Map.of("X-Fal-Billable-Units", Long.toString(output.units())),
                null,
                null,
                output.files());
    }

    static Outcome modelError(int status, ObjectNode body) {
        return new Outcome(status, body, retryable(status >= 500), null, null, List.of());
    }

    static Outcome requestError(int status, String errorType, String message) {
        var headers = new HashMap<>(retryable(status >= 500));
        headers.put("X-Fal-Error-Type", errorType);
        return new Outcome(
                status, Json.detail(message).put("error_type", errorType), headers, message, errorType, List.of());
    }

    static Outcome cancelled() {
        return requestError(499, "client_cancelled", "Request was cancelled");
    }

    static Outcome notStartedInTime() {
        var late = requestError(504, "request_timeout", "Request timed out");
        var headers = new HashMap<>(late.headers);
        headers.put("X-Fal-Request-Timeout-Type", "user");
        return new Outcome(late.status, late.body, headers, late.error, late.errorType, List.of());
    }

    private static Map<String, String> retryable(boolean yes) {
        return Map.of("X-Fal-Retryable", Boolean.toString(yes), "X-Fal-Needs-Retry", yes ? "1" : "0");
    }

    boolean isSuccess() {
        return status == 200;
    }

    Outcome without(String field) {
        var less = body.deepCopy();
        less.remove(field);
        return new Outcome(status, less, headers, error, errorType, files);
    }
}
