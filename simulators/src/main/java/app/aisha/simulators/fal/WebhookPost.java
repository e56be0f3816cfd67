package app.aisha.simulators.fal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;

/** Posts one signed webhook. Thread-safe. */
final class WebhookPost implements AutoCloseable {
    static final String USER = "user_simulated";

    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STALE = Duration.ofHours(1);

    private final SigningKeys keys;
    private final InstantSource clock;
    private final boolean loopback;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(FIRST_PATIENCE)
            .build();

    WebhookPost(SigningKeys keys, InstantSource clock, boolean loopback) {
        this.keys = keys;
        this.clock = clock;
        this.loopback = loopback;
    }

    Delivery send(Job job, URI address, byte[] body, int attempt, WebhookPlan.Tampering tampering) {
        try {
            if (!loopback && isPrivate(address)) {
                return new Delivery(job.id(), address, attempt, 0, "dropped: private address");
            }
            var response = http.send(request(job, address, body, attempt, tampering), BodyHandlers.discarding());
            var status = response.statusCode();
            return new Delivery(
                    job.id(), address, attempt, status, status / 100 == 3 ? "redirects are not followed" : "");
        } catch (IOException unreachable) {
            return new Delivery(job.id(), address, attempt, 0, "");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Delivery(job.id(), address, attempt, 0, "stopped");
        }
    }

    private static boolean isPrivate(URI address) throws UnknownHostException {
        var host = InetAddress.getByName(address.getHost());
        return host.isLoopbackAddress()
                || host.isSiteLocalAddress()
                || host.isAnyLocalAddress()
                || host.isLinkLocalAddress();
    }

    private HttpRequest request(Job job, URI address, byte[] body, int attempt, WebhookPlan.Tampering tampering) {
        var now = clock.instant();
        var at = tampering == WebhookPlan.Tampering.STALE_TIMESTAMP ? now.minus(STALE) : now;
        var timestamp = Long.toString(at.getEpochSecond());
        var key = tampering == WebhookPlan.Tampering.UNKNOWN_KEY ? keys.stranger() : keys.current();
        var signature = tampering == WebhookPlan.Tampering.BAD_SIGNATURE
                ? "00".repeat(64)
                : key.sign(job.id(), USER, timestamp, body);
        return HttpRequest.newBuilder(address)
                .timeout(attempt == 1 ? FIRST_PATIENCE : PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Fal-Webhook-Request-Id", job.id())
                .header("X-Fal-Webhook-User-Id", USER)
                .header("X-Fal-Webhook-Timestamp", timestamp)
                .header("X-Fal-Webhook-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
