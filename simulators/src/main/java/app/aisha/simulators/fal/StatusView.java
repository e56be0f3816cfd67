package app.aisha.simulators.fal;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Requests as the queue shows them. */
final class StatusView {
    private final URI base;
    private final Line line;
    private final InstantSource clock;

    StatusView(URI base, Line line, InstantSource clock) {
        this.base = base;
        this.line = line;
        this.clock = clock;
    }

    /** The answer to a submit: IN_QUEUE even when it runs already. */
    Reply.Whole submitted(Job job) {
        var body = Json.object()
                .put("status", "IN_QUEUE")
                .put("request_id", job.id())
                .put("gateway_request_id", job.id());
        addresses(body, job).put("queue_position", line.ahead(job));
        return Reply.json(200, body).with("x-fal-request-id", job.id());
    }

    private ObjectNode addresses(ObjectNode body, Job job) {
        var root = "%s/%s/requests/%s".formatted(base, job.model().app(), job.id());
        return body.put("response_url", root)
                .put("status_url", root + "/status")
                .put("cancel_url", root + "/cancel");
    }

    Reply.Whole status(Job job, boolean logs) {
        return Reply.json(job.stage() instanceof Stage.Ended ? 200 : 202, statusBody(job, logs))
                .with("x-fal-request-id", job.id());
    }

    ObjectNode statusBody(Job job, boolean logs) {
        var body = Json.object();
        switch (job.stage()) {
            case Stage.Queued _ -> {
                addresses(body.put("status", "IN_QUEUE").put("request_id", job.id()), job);
                body.put("queue_position", line.ahead(job));
            }
            case Stage.Running run -> {
                addresses(body.put("status", "IN_PROGRESS").put("request_id", job.id()), job);
                body.set("logs", logs ? log(job, run) : null);
                body.putObject("metrics");
            }
            case Stage.Ended end -> {
                addresses(body.put("status", "COMPLETED").put("request_id", job.id()), job);
                body.set("logs", logs ? log(job, end) : null);
                metrics(body.putObject("metrics"), end);
                if (end.outcome().error() != null) {
                    body.put("error", end.outcome().error())
                            .put("error_type", end.outcome().errorType());
                }
            }
        }
        return body;
    }

    private @Nullable JsonNode log(Job job, Stage.Running run) {
        var steps = job.model().steps(job.input());
        var gone = Duration.between(run.since(), clock.instant());
        var done = run.lasting().isZero()
                ? 0
                : (double) gone.toMillis() / run.lasting().toMillis();
        return steps == 0 ? Json.array() : TrainingLog.window(steps, run.since(), run.lasting(), Math.min(done, 0.99));
    }

    private static JsonNode log(Job job, Stage.Ended end) {
        var steps = job.model().steps(job.input());
        if (steps == 0 || end.since() == null) {
            return Json.array();
        }
        var took = Duration.between(end.since(), end.at());
        return TrainingLog.window(steps, end.since(), took, end.outcome().isSuccess() ? 1 : 0);
    }

    private static void metrics(ObjectNode metrics, Stage.Ended end) {
        if (end.since() != null) {
            metrics.put(
                    "inference_time", Duration.between(end.since(), end.at()).toMillis() / 1000.0);
        }
    }
}
