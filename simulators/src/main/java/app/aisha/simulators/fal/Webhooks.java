package app.aisha.simulators.fal;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Delivers webhooks: the body is serialised once, each attempt is signed anew. 2xx ends it well, 3xx for good; anything
 * else is tried again with growing pauses, up to 31 times within an hour, or six minutes for large bodies. Thread-safe.
 */
final class Webhooks {
    private static final int MOST_ATTEMPTS = 31;
    private static final int LARGE = 10_240;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final String NO_PAYLOAD = "Response payload is not JSON serializable. Either return a JSON"
            + " serializable object or use the queue endpoint to retrieve the response.";

    private final WebhookPost post;
    private final InstantSource clock;
    private final Duration firstPause;
    private final Pauses pauses;
    private final ExecutorService workers;
    private final List<Delivery> log = new CopyOnWriteArrayList<>();

    Webhooks(WebhookPost post, InstantSource clock, Duration firstPause, Pauses pauses, ExecutorService workers) {
        this.post = post;
        this.clock = clock;
        this.firstPause = firstPause;
        this.pauses = pauses;
        this.workers = workers;
    }

    List<Delivery> log() {
        return List.copyOf(log);
    }

    /** Begins the delivery the plan of the request asks for, if it has a webhook. */
    void send(Job job, Outcome outcome) {
        var webhook = job.terms().webhook();
        if (webhook.isEmpty() || job.plan().webhook().lost()) {
            webhook.ifPresent(address -> log.add(new Delivery(job.id(), address, 0, 0, "lost as planned")));
            job.told().countDown();
            return;
        }
        try {
            workers.execute(() -> deliver(
                    job, webhook.get(), body(job, outcome, job.plan().webhook().tampering())));
        } catch (RejectedExecutionException stopped) {
            job.told().countDown();
        }
    }

    private void deliver(Job job, URI address, byte[] body) {
        try {
            if (pauses.pause(job.plan().webhook().delay())) {
                return;
            }
            for (var copy = 0; copy < job.plan().webhook().copies(); copy++) {
                untilTaken(job, address, body);
            }
        } finally {
            job.told().countDown();
        }
    }

    private void untilTaken(Job job, URI address, byte[] body) {
        var end = clock.instant().plus(body.length >= LARGE ? Duration.ofMinutes(6) : Duration.ofHours(1));
        var pause = firstPause;
        for (var attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            var delivery =
                    post.send(job, address, body, attempt, job.plan().webhook().tampering());
            log.add(delivery);
            job.told().countDown();
            if (isOver(delivery) || clock.instant().plus(pause).isAfter(end) || pauses.pause(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static boolean isOver(Delivery delivery) {
        return (delivery.status() >= 200 && delivery.status() < 400)
                || !delivery.note().isEmpty();
    }

    /**
     * One more attempt at once, whatever happened before.
     *
     * @throws IllegalArgumentException when the request has not ended or has no webhook
     */
    Delivery resend(Job job, WebhookPlan.Tampering tampering) {
        if (!(job.stage() instanceof Stage.Ended end)) {
            throw new IllegalArgumentException("Request %s has not ended".formatted(job.id()));
        }
        var address = job.terms()
                .webhook()
                .orElseThrow(() -> new IllegalArgumentException("Request %s has no webhook".formatted(job.id())));
        var delivery = post.send(job, address, body(job, end.outcome(), tampering), 1, tampering);
        log.add(delivery);
        return delivery;
    }

    private static byte[] body(Job job, Outcome outcome, WebhookPlan.Tampering tampering) {
        var contradicts = tampering == WebhookPlan.Tampering.CONTRADICTING;
        var saysWell = outcome.isSuccess() != contradicts;
        var body = Json.object().put("request_id", job.id()).put("gateway_request_id", job.id());
        body.put("status", saysWell ? "OK" : "ERROR");
        if (!saysWell) {
            body.put("error", "Invalid status code: " + (contradicts ? 500 : outcome.status()));
        }
        if (job.plan().webhook().withoutPayload()) {
            body.putNull("payload").put("payload_error", NO_PAYLOAD);
        } else {
            body.set("payload", outcome.body());
        }
        return Json.bytes(body);
    }
}
