package app.aisha.adapters.fal;

import app.aisha.adapters.http.HttpClients;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands requests in, each exactly once: FAL knows no key of idempotency, so a second one would be a second training or
 * picture to pay. Each goes over a connection of its own, because one from a pool may have been closed unseen, which looks the same as
 * a request that was accepted and not answered. Thread-safe.
 */
final class FalSubmission {

    private static final Logger LOG = LoggerFactory.getLogger(FalSubmission.class);
    private static final long LONGEST_ANSWER = 1L << 20;

    private final FalHttp http;
    private final FalTickets tickets;

    FalSubmission(FalHttp http, FalTickets tickets) {
        this.http = http;
        this.tickets = tickets;
    }

    /**
     * What is asked for.
     *
     * @param lifetime how long FAL shall keep the files that come of it
     */
    record Request(String endpoint, String input, Optional<URI> webhook, Duration lifetime) {}

    /** What became of it. */
    sealed interface Sent {

        record Accepted(FalTicket ticket) implements Sent {}

        record Refused(FalError.Kind kind, FalError error) implements Sent {}

        /** It may have been accepted or not; it must not be repeated. */
        record Uncertain(String why) implements Sent {}
    }

    /** Throws where it was surely not accepted. */
    Sent of(Request request) throws FalUnavailable, InterruptedException {
        var watch = http.watch();
        try {
            var sent = sent(request);
            switch (sent) {
                case Sent.Accepted(var ticket) ->
                    LOG.info(
                            "fal submitted request={} endpoint={} ms={}",
                            ticket.requestId(),
                            request.endpoint(),
                            watch.millis());
                case Sent.Refused refused ->
                    LOG.warn(
                            "fal refused endpoint={} ms={} problem={}",
                            request.endpoint(),
                            watch.millis(),
                            refused.kind());
                case Sent.Uncertain(var why) ->
                    LOG.warn("fal may have accepted endpoint={} ms={}: {}", request.endpoint(), watch.millis(), why);
            }
            return sent;
        } catch (FalUnavailable e) {
            LOG.warn("fal not submitted endpoint={} ms={}: {}", request.endpoint(), watch.millis(), e.getMessage());
            throw e;
        }
    }

    private Sent sent(Request request) throws FalUnavailable, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = post(request);
        } catch (IOException e) {
            if (wasNotSent(e)) {
                var why = "no connection (%s)".formatted(e.getClass().getSimpleName());
                throw http.refusals().lasting(FalHttp.passing(why, Duration.ZERO));
            }
            return new Sent.Uncertain("no answer (%s)".formatted(e.getClass().getSimpleName()));
        }
        return judged(request.endpoint(), FalAnswer.of(response.statusCode(), response.headers(), response.body()));
    }

    private HttpResponse<byte[]> post(Request asked) throws IOException, InterruptedException {
        var endpoint = tickets.submission(asked.endpoint());
        var address = asked.webhook()
                .map(hook -> Addresses.with(endpoint, "fal_webhook=" + Addresses.encoded(hook.toString())))
                .orElse(endpoint);
        var request = http.withKey(address)
                .header("Content-Type", "application/json")
                .header("X-Fal-Object-Lifecycle-Preference", Lifetime.of(asked.lifetime()))
                .POST(BodyPublishers.ofString(asked.input()))
                .build();
        var settings = http.settings();
        try (var own = HttpClients.create(settings.proxy(), settings.timeouts().connect())) {
            var whole = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER);
            return FalHttp.send(own, request, whole, settings.timeouts().submission());
        }
    }

    private Sent judged(String endpoint, FalAnswer answer) throws FalUnavailable {
        if (answer.ok()) {
            return answer.json()
                    .flatMap(json -> tickets.read(endpoint, json))
                    .<Sent>map(Sent.Accepted::new)
                    .orElseGet(() -> new Sent.Uncertain("accepted, but the answer names no request"));
        }
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308, 401, 402, 403, 407, 429 ->
                throw http.refusals().of(answer);
            case 404, 405, 410 -> new Sent.Refused(FalError.Kind.NO_SERVICE, FalError.read(answer));
            case 408, 409 -> uncertain(answer);
            case 502, 503 -> {
                if (answer.isFromIngress()) {
                    throw http.refusals().of(answer);
                }
                yield uncertain(answer);
            }
            default -> answer.status() / 100 == 4 ? refused(answer) : uncertain(answer);
        };
    }

    private static Sent refused(FalAnswer answer) {
        var error = FalError.read(answer);
        return new Sent.Refused(error.types().isEmpty() ? FalError.Kind.PARAMETER : error.kind(), error);
    }

    private static Sent uncertain(FalAnswer answer) {
        return new Sent.Uncertain("HTTP " + answer.status());
    }

    /** Whether the connection was never there to send anything over. */
    private static boolean wasNotSent(IOException failure) {
        return failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof SSLHandshakeException
                || failure instanceof SSLPeerUnverifiedException
                || String.valueOf(failure.getMessage()).startsWith("Tunnel failed");
    }
}
