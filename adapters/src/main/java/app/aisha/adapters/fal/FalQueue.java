package app.aisha.adapters.fal;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Asks after requests and stops them. The status only tells when a request is over; how it ended is told by its result
 * (fal.md 1.3). Thread-safe.
 */
final class FalQueue {

    private static final Logger LOG = LoggerFactory.getLogger(FalQueue.class);

    private final FalHttp http;
    private final FalTickets tickets;

    FalQueue(FalHttp http, FalTickets tickets) {
        this.http = http;
        this.tickets = tickets;
    }

    FalState ask(FalTicket ticket, boolean withLog) throws FalUnavailable, InterruptedException {
        var watch = http.watch();
        var state = state(ticket, withLog);
        var endpoint = tickets.endpoint(ticket);
        switch (state) {
            case FalState.Done done ->
                LOG.info(
                        "fal done request={} endpoint={} ms={} units={} seconds={}",
                        ticket.requestId(),
                        endpoint,
                        watch.millis(),
                        done.billed().orElse("?"),
                        done.seconds().orElse(Double.NaN));
            case FalState.Failed failed ->
                LOG.warn(
                        "fal failed request={} endpoint={} ms={} problem={}",
                        ticket.requestId(),
                        endpoint,
                        watch.millis(),
                        failed.error().kind());
            case FalState.Unknown _ -> LOG.warn("fal does not know request={}", ticket.requestId());
            case FalState.InLine _, FalState.Running _ -> {}
        }
        return state;
    }

    /** Asks to stop it; one that is over or unknown needs no stopping. */
    void cancel(FalTicket ticket) throws FalUnavailable, InterruptedException {
        var watch = http.watch();
        var request = http.withKey(tickets.atQueue(ticket.cancel()))
                .PUT(BodyPublishers.noBody())
                .build();
        var answer = http.repeat(request);
        var over = answer.status() == 400 || answer.status() == 404;
        if (!answer.ok() && !over) {
            throw http.refusals().of(answer);
        }
        LOG.info(
                "fal cancelled request={} endpoint={} ms={} status={}",
                ticket.requestId(),
                tickets.endpoint(ticket),
                watch.millis(),
                answer.status());
    }

    private FalState state(FalTicket ticket, boolean withLog) throws FalUnavailable, InterruptedException {
        var plain = tickets.atQueue(ticket.status());
        var address = withLog ? Addresses.with(plain, "logs=1") : plain;
        var answer = http.repeat(http.withKey(address).GET().build());
        if (isUnknown(answer)) {
            return new FalState.Unknown();
        }
        if (!answer.ok()) {
            throw http.refusals().of(answer);
        }
        var status = answer.json().orElseThrow(() -> http.refusals().unreadable("a status"));
        var name = status.path("status").asString("");
        return switch (name) {
            case "IN_QUEUE" -> new FalState.InLine(number(status.path("queue_position")));
            case "IN_PROGRESS" -> new FalState.Running(status);
            case "COMPLETED" -> ended(ticket, status);
            default -> {
                LOG.warn("FAL calls the state of request {} \"{}\"", ticket.requestId(), safe(name));
                yield new FalState.Running(status);
            }
        };
    }

    private FalState ended(FalTicket ticket, JsonNode status) throws FalUnavailable, InterruptedException {
        var request = http.withKey(tickets.atQueue(ticket.result())).GET().build();
        var type = text(status.path("error_type"));
        var sentence = text(status.path("error"));
        var limit = http.settings().timeouts().answer();
        var answer = http.repeat(
                request,
                limit,
                said -> FalError.read(said).after(type, sentence).marked());
        if (answer.ok()) {
            var result = answer.json().orElseThrow(() -> http.refusals().unreadable("a result"));
            return new FalState.Done(status, answer, result);
        }
        var error = FalError.read(answer).after(type, sentence);
        if (error.marked() || answer.status() == 422 || answer.status() == 499) {
            return new FalState.Failed(status, error);
        }
        if (answer.status() == 400) {
            return error.said().toLowerCase(Locale.ROOT).contains("in progress")
                    ? new FalState.Running(status)
                    : new FalState.Failed(status, error);
        }
        if (isUnknown(answer)) {
            return new FalState.Unknown();
        }
        throw http.refusals().of(answer);
    }

    /** Only FAL itself knows what it does not know; a page of a proxy says nothing. */
    private static boolean isUnknown(FalAnswer answer) {
        return answer.status() == 404 && !answer.isFromIngress();
    }

    private static OptionalLong number(JsonNode value) {
        return value.canConvertToLong() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
    }

    private static Optional<String> text(JsonNode value) {
        return Optional.of(value.asString("")).filter(text -> !text.isBlank());
    }

    private static String safe(String name) {
        return name.substring(0, Math.min(name.length(), 40)).replaceAll("[^\\w -]", "?");
    }
}
