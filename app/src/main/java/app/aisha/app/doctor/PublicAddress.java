package app.aisha.app.doctor;

import app.aisha.adapters.http.HttpClients;
import app.aisha.core.checkup.Checkup;
import app.aisha.core.checkup.Finding;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Whether the outside reaches this program: a call that nobody signed has to come back with 401, which only she says.
 *
 * @param target the whole address
 * @param variable the setting that names it
 * @param proxy on the way out
 */
record PublicAddress(String subject, URI target, String variable, Optional<URI> proxy) implements Checkup {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public List<Finding> findings() throws InterruptedException {
        try (var client = HttpClients.create(proxy, PATIENCE)) {
            return List.of(judged(status(client)));
        } catch (IOException e) {
            return List.of(unreachable(e));
        }
    }

    private int status(HttpClient client) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .POST(BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private Finding judged(int status) {
        return switch (status) {
            case 401 -> Finding.fine(subject, "%s reaches her and asks who is there".formatted(target.getHost()));
            case 502, 503, 504 ->
                Finding.doubtful(
                        subject,
                        "a proxy answers at %s, but nobody behind it (%d)".formatted(target.getHost(), status),
                        "start her; if she runs, let the proxy pass %s on to AISHA_PORT".formatted(target.getPath()));
            case 301, 302, 303, 307, 308 ->
                Finding.wrong(
                        subject,
                        "%s redirects elsewhere (%d), which callers do not follow".formatted(target.getHost(), status),
                        "set %s to where it leads".formatted(variable));
            default ->
                Finding.wrong(
                        subject,
                        "%s answers %d instead of 401, so somebody else answers there"
                                .formatted(target.getHost(), status),
                        "let the proxy pass %s on to AISHA_PORT, or correct %s".formatted(target.getPath(), variable));
        };
    }

    private Finding unreachable(IOException failure) {
        var host = target.getHost();
        if (failure instanceof SSLException) {
            return Finding.wrong(
                    subject,
                    "the certificate of %s is not accepted".formatted(host),
                    "give the proxy a valid certificate with its whole chain");
        }
        if (failure instanceof ConnectException refused && isUnresolved(refused)) {
            return Finding.wrong(subject, "the name %s is not known".formatted(host), "look at DNS and at " + variable);
        }
        return Finding.wrong(
                subject,
                failure instanceof HttpTimeoutException
                        ? "%s does not answer in time".formatted(host)
                        : "nothing answers at %s:%d".formatted(host, port()),
                "start the reverse proxy, open its port in the firewall, or correct " + variable);
    }

    private static boolean isUnresolved(Throwable failure) {
        return failure.getCause() != null
                && (failure.getCause() instanceof UnresolvedAddressException || isUnresolved(failure.getCause()));
    }

    private int port() {
        return target.getPort() > 0 ? target.getPort() : target.getScheme().equals("https") ? 443 : 80;
    }
}
