package app.aisha.simulators.fal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** Answers as a {@link Fault} wants them. */
final class Misbehaviour {
    private static final long TEN_GIGABYTES = 10_000_000_000L;
    private static final String NGINX = """
        <html>
        <head><title>502 Bad Gateway</title></head>
        <body>
        <center><h1>502 Bad Gateway</h1></center>
        <hr><center>nginx</center>
        </body>
        </html>
        """;

    private final Pauses pauses;

    Misbehaviour(Pauses pauses) {
        this.pauses = pauses;
    }

    /**
     * The answer this fault wants.
     *
     * @param right carries the request out and gives the right answer
     */
    Reply show(Fault fault, Supplier<Reply> right) {
        return switch (fault.kind()) {
            case SERVER_ERROR -> error(500, "internal_error", "Internal server error");
            case BAD_GATEWAY -> Reply.html(502, NGINX);
            case UNAVAILABLE -> error(503, "runner_scheduling_failure", "No runner is available");
            case TIMEOUT -> error(504, "request_timeout", "Request timed out");
            case TOO_MANY_REQUESTS -> Reply.detail(429, "Too many requests").with("Retry-After", "1");
            case EXHAUSTED_BALANCE ->
                Reply.detail(
                        403,
                        "User is locked. Reason: Exhausted balance. Top up your balance at"
                                + " fal.ai/dashboard/billing");
            case UNAUTHORIZED -> Reply.detail(401, "invalid key credentials");
            case UNPROCESSABLE ->
                Reply.json(422, Problem.body(List.of(Problem.of("prompt", "Field required", "missing"))));
            case NOT_FOUND -> notFound(fault.at());
            case CUT -> Reply.cut();
            case ACT_THEN_CUT -> {
                var _ = right.get();
                yield Reply.cut();
            }
            case MALFORMED_JSON ->
                new Reply.Whole(200, "application/json", "{\"status\": ".getBytes(StandardCharsets.UTF_8), Map.of());
            case HTML -> Reply.html(200, "<html><body>Sign in</body></html>");
            case EMPTY -> new Reply.Whole(200, "application/octet-stream", new byte[0], Map.of());
            case REDIRECT -> Reply.html(307, "").with("Location", fault.location());
            case PRIVATE_REDIRECT -> Reply.html(302, "").with("Location", "http://10.0.0.1/latest/meta-data");
            case SLOW, TRUNCATED, HUGE -> broken(fault, right.get());
            case UNKNOWN_STATUS -> restated(right.get(), "PAUSED");
            case STUCK -> restated(right.get(), "IN_PROGRESS");
        };
    }

    private static Reply error(int status, String type, String message) {
        return Reply.json(status, Json.detail(message).put("error_type", type)).with("X-Fal-Error-Type", type);
    }

    private static Reply notFound(FaultPoint at) {
        return at == FaultPoint.STATUS || at == FaultPoint.CANCEL
                ? Reply.json(404, Json.object().put("status", "NOT_FOUND"))
                : Reply.detail(404, at == FaultPoint.RESULT ? "Request not found" : "Not Found");
    }

    private Reply broken(Fault fault, Reply right) {
        if (!(right instanceof Reply.Whole whole)) {
            return right;
        }
        var slow = fault.kind() == FaultKind.SLOW;
        var announced = fault.kind() == FaultKind.HUGE ? TEN_GIGABYTES : whole.body().length;
        return new Reply.Broken(
                whole, announced, () -> pauses.pause(slow ? Duration.ofMillis(fault.millis()) : Duration.ZERO), slow);
    }

    /** The same answer with another status, as far as it is a status. */
    private static Reply restated(Reply right, String status) {
        if (right instanceof Reply.Whole whole
                && whole.status() / 100 == 2
                && Json.read(whole.body()).orElse(null) instanceof ObjectNode body
                && body.has("status")) {
            body.put("status", status).remove(List.of("error", "error_type"));
            body.putObject("metrics");
            return Reply.json(202, body);
        }
        return right;
    }
}
