package app.aisha.adapters.fal;

import app.aisha.adapters.http.HttpClients;
import app.aisha.core.checkup.Checkup;
import app.aisha.core.checkup.Finding;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Whether FAL knows the key and shows the keys it signs its calls with. Asks after a request that never was, which is free. */
public final class FalCheckup implements Checkup {

    private static final String KEY = "FAL key";
    private static final String SIGNATURES = "FAL signatures";
    private static final String NEVER = "00000000-0000-4000-8000-000000000000";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long LONGEST_ANSWER = 64L << 10;

    private final FalSettings settings;
    private final String app;
    private final InstantSource clock;

    /**
     * Asks nothing yet.
     *
     * @param endpoint any that she uses
     */
    public FalCheckup(FalSettings settings, String endpoint, InstantSource clock) {
        this.settings = settings;
        this.app = String.join("/", List.of(endpoint.split("/", -1)).subList(0, 2));
        this.clock = clock;
    }

    @Override
    public String subject() {
        return "FAL";
    }

    @Override
    public List<Finding> findings() throws InterruptedException {
        try (var client =
                HttpClients.create(settings.proxy(), settings.timeouts().connect())) {
            return List.of(key(client), signatures(client));
        }
    }

    private Finding key(HttpClient client) throws InterruptedException {
        var http = new FalHttp(settings, client, clock, Thread::sleep);
        var address =
                URI.create("%s/%s/requests/%s/status".formatted(settings.roots().queue(), app, NEVER));
        try {
            var response = http.send(
                    http.withKey(address).GET().build(),
                    BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER),
                    PATIENCE);
            return judged(FalAnswer.of(response.statusCode(), response.headers(), response.body()), http.refusals());
        } catch (IOException e) {
            return away(e.getClass().getSimpleName());
        }
    }

    private static Finding judged(FalAnswer answer, FalRefusals refusals) {
        if (answer.mayPass()) {
            return away("HTTP " + answer.status());
        }
        var meaning = refusals.of(answer);
        if (meaning.trouble().isEmpty()) {
            return Finding.fine(KEY, "accepted; what the account may spend is not asked");
        }
        var halves = String.valueOf(meaning.getMessage()).split(": ", 2);
        return Finding.wrong(KEY, halves[0], halves[halves.length - 1]);
    }

    private static Finding away(String why) {
        return Finding.wrong(
                KEY,
                "not asked about, FAL's queue does not answer as it should (%s)".formatted(why),
                "look at FAL_QUEUE_URL, HTTP_PROXY_URL, DNS and the firewall, or at FAL's status page");
    }

    private Finding signatures(HttpClient client) throws InterruptedException {
        var jwks = settings.roots().jwks();
        var keys = new FalKeys(jwks, client, clock).known();
        return keys.isEmpty()
                ? Finding.wrong(
                        SIGNATURES,
                        "no key can be fetched from %s, so no call of FAL can be believed".formatted(jwks.getHost()),
                        "look at FAL_JWKS_URL, HTTP_PROXY_URL and the firewall; without calls she asks every 15 s")
                : Finding.fine(SIGNATURES, "%d keys can be fetched".formatted(keys.size()));
    }
}
