package app.aisha.simulators.fal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What may be asked of a request that was submitted: status, stream, result, cancel. */
final class FollowUps {
    private static final String REQUESTS = "/requests/";
    private static final Duration PING = Duration.ofSeconds(5);
    private static final Set<String> YES = Set.of("1", "true", "True");

    private final Runner runner;
    private final StatusView view;
    private final Pauses pauses;
    private volatile boolean strict;

    FollowUps(Runner runner, StatusView view, Pauses pauses) {
        this.runner = runner;
        this.view = view;
        this.pauses = pauses;
    }

    /** Whether only {@code owner/alias} is understood before {@code /requests/}, not the whole endpoint. */
    void strict(boolean yes) {
        strict = yes;
    }

    /** A path taken apart: what stands before the id, the id, and which function is meant. */
    record Address(String prefix, String id, FaultPoint point) {

        /** Empty when the path names no function of a request. */
        static Optional<Address> of(String path) {
            var at = path.indexOf(REQUESTS);
            if (at <= 0) {
                return Optional.empty();
            }
            var rest = path.substring(at + REQUESTS.length()).replaceFirst("/$", "");
            var slash = rest.indexOf('/');
            var id = slash < 0 ? rest : rest.substring(0, slash);
            var point = Optional.ofNullable(
                    switch (slash < 0 ? "" : rest.substring(slash)) {
                        case "", "/response" -> FaultPoint.RESULT;
                        case "/status" -> FaultPoint.STATUS;
                        case "/status/stream" -> FaultPoint.STREAM;
                        case "/cancel" -> FaultPoint.CANCEL;
                        default -> null;
                    });
            return point.map(meant -> new Address(path.substring(1, at), id, meant));
        }
    }

    Reply answer(Request request, Address address) {
        var job = job(address);
        var method = address.point() == FaultPoint.CANCEL ? "PUT" : "GET";
        if (!request.method().equals(method)) {
            throw Refusal.methodNotAllowed(method);
        }
        return switch (address.point()) {
            case STATUS ->
                job.<Reply>map(known -> view.status(known, logs(request))).orElseGet(FollowUps::notFound);
            case STREAM ->
                job.<Reply>map(known -> new Reply.Events(out -> stream(known, logs(request), out)))
                        .orElseGet(FollowUps::notFound);
            case CANCEL -> job.map(this::cancel).orElseGet(FollowUps::notFound);
            default -> result(job);
        };
    }

    private Optional<Job> job(Address address) {
        var job = runner.line().find(address.id());
        if (job.isEmpty()) {
            return job;
        }
        var model = job.get().model();
        if (address.prefix().equals(model.app())) {
            return job;
        }
        if (!address.prefix().equals(model.id())) {
            return Optional.empty();
        }
        if (strict) {
            throw Refusal.methodNotAllowed("POST");
        }
        return job;
    }

    private static Reply notFound() {
        return Reply.json(404, Json.object().put("status", "NOT_FOUND"));
    }

    private static boolean logs(Request request) {
        return request.parameter("logs").filter(YES::contains).isPresent();
    }

    private Reply cancel(Job job) {
        return runner.cancel(job)
                ? Reply.json(202, Json.object().put("status", "CANCELLATION_REQUESTED"))
                : Reply.json(400, Json.object().put("status", "ALREADY_COMPLETED"));
    }

    private static Reply result(Optional<Job> found) {
        if (found.isEmpty() || found.get().isForgotten()) {
            throw new Refusal(404, "Request not found");
        }
        if (!(found.get().stage() instanceof Stage.Ended end)) {
            throw new Refusal(Reply.detail(400, "Request is still in progress")
                    .with("x-fal-request-id", found.get().id()));
        }
        var reply = Reply.json(end.outcome().status(), end.outcome().body())
                .with("x-fal-request-id", found.get().id());
        for (Map.Entry<String, String> header : end.outcome().headers().entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }

    /** One event for each change, a comment where nothing changes for a while; ends with the request. */
    private void stream(Job job, boolean logs, OutputStream out) throws IOException {
        Optional<ObjectNode> last = Optional.empty();
        try {
            while (true) {
                var ended = job.stage() instanceof Stage.Ended;
                var now = view.statusBody(job, logs);
                if (last.filter(now::equals).isPresent()) {
                    write(out, ": ping\n\n");
                } else {
                    write(out, "data: " + new String(Json.bytes(now), StandardCharsets.UTF_8) + "\n\n");
                    last = Optional.of(now);
                }
                if (ended || pauses.pause(Duration.ZERO)) {
                    return;
                }
                runner.line().awaitEnd(() -> view.statusBody(job, logs).equals(now), PING);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
