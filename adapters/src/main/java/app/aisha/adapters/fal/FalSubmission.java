package app.aisha.adapters.fal;

import app.aisha.adapters.http.HttpClients;
import app.aisha.core.avatar.AvatarTrainer.Submission;
import app.aisha.core.avatar.AvatarTrainer.TrainerUnavailable;
import app.aisha.core.avatar.TrainingOrder;
import app.aisha.core.avatar.TrainingProblem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/**
 * Asks for trainings, each exactly once: FAL knows no key of idempotency, so a second request would be a second training to
 * pay. Each goes over a connection of its own, because one from a pool may have been closed unseen, which looks the same as
 * a request that was accepted and not answered. Thread-safe.
 */
final class FalSubmission {

    private static final long LONGEST_ANSWER = 1L << 20;
    private static final Duration THIRTY_DAYS = Duration.ofDays(30);

    private final FalHttp http;
    private final FalTickets tickets;

    FalSubmission(FalHttp http, FalTickets tickets) {
        this.http = http;
        this.tickets = tickets;
    }

    Submission of(TrainingOrder order) throws TrainerUnavailable, InterruptedException {
        var sent = TrainingInput.of(order).json();
        HttpResponse<byte[]> response;
        try {
            response = post(order, sent);
        } catch (IOException e) {
            if (wasNotSent(e)) {
                var why = "no connection (%s)".formatted(e.getClass().getSimpleName());
                throw http.refusals().lasting(FalHttp.passing(why, Duration.ZERO));
            }
            return new Submission.Uncertain(
                    "no answer (%s)".formatted(e.getClass().getSimpleName()));
        }
        return judged(order, FalAnswer.of(response.statusCode(), response.headers(), response.body()));
    }

    private HttpResponse<byte[]> post(TrainingOrder order, String sent) throws IOException, InterruptedException {
        var endpoint = tickets.submission(order.recipe().backend().trainer());
        var address = order.webhook()
                .map(hook -> Addresses.with(endpoint, "fal_webhook=" + Addresses.encoded(hook.toString())))
                .orElse(endpoint);
        var request = http.withKey(address)
                .header("Content-Type", "application/json")
                .header("X-Fal-Object-Lifecycle-Preference", Lifetime.of(THIRTY_DAYS))
                .POST(BodyPublishers.ofString(sent))
                .build();
        var settings = http.settings();
        try (var own = HttpClients.create(settings.proxy(), settings.timeouts().connect())) {
            var whole = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER);
            return FalHttp.send(own, request, whole, settings.timeouts().submission());
        }
    }

    private Submission judged(TrainingOrder order, FalAnswer answer) throws TrainerUnavailable {
        if (answer.ok()) {
            return answer.json()
                    .flatMap(json -> tickets.read(order.recipe().backend().trainer(), json))
                    .<Submission>map(Submission.Accepted::new)
                    .orElseGet(() -> new Submission.Uncertain("accepted, but the answer names no request"));
        }
        return switch (answer.status()) {
            case 301, 302, 303, 307, 308, 401, 402, 403, 407, 429 ->
                throw http.refusals().of(answer);
            case 404, 405, 410 ->
                new Submission.Refused(
                        TrainingProblem.NO_SERVICE, FalError.read(answer).detail());
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

    private static Submission refused(FalAnswer answer) {
        var error = FalError.read(answer);
        return new Submission.Refused(
                error.types().isEmpty() ? TrainingProblem.REJECTED : error.problem(), error.detail());
    }

    private static Submission uncertain(FalAnswer answer) {
        return new Submission.Uncertain("HTTP " + answer.status());
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
