package app.aisha.adapters.fal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The keys FAL signs its webhooks with: kept for a day, fetched at most once a minute, so that forged calls cannot make us
 * ask for them all the time. Thread-safe.
 */
final class FalKeys {

    private static final Logger LOG = LoggerFactory.getLogger(FalKeys.class);
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration BETWEEN_FETCHES = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST_ANSWER = 64L << 10;
    private static final int MOST_KEYS = 16;
    private static final int RAW_BYTES = 32;
    private static final String SPKI = "302a300506032b6570032100";

    private final URI address;
    private final HttpClient http;
    private final InstantSource clock;
    private List<PublicKey> keys = List.of();
    private Instant fetched = Instant.MIN;
    private Instant tried = Instant.MIN;

    FalKeys(URI address, HttpClient http, InstantSource clock) {
        this.address = address;
        this.http = http;
        this.clock = clock;
    }

    /** Those that are known; empty where there are none and none can be had now. */
    synchronized List<PublicKey> known() throws InterruptedException {
        var now = clock.instant();
        if (keys.isEmpty() || !now.isBefore(plus(fetched, KEPT))) {
            keys = List.of();
            renew(now);
        }
        return keys;
    }

    /** Those after a look whether there are new ones; empty where it is too early to look, or in vain. */
    synchronized List<PublicKey> renewed() throws InterruptedException {
        return renew(clock.instant()) ? keys : List.of();
    }

    private boolean renew(Instant now) throws InterruptedException {
        if (now.isBefore(plus(tried, BETWEEN_FETCHES))) {
            return false;
        }
        tried = now;
        var fresh = fetch();
        if (fresh.isEmpty()) {
            return false;
        }
        keys = fresh;
        fetched = now;
        return true;
    }

    private List<PublicKey> fetch() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address).GET().build();
            var whole = BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER);
            var response = FalHttp.send(http, request, whole, PATIENCE);
            var answer = FalAnswer.of(response.statusCode(), response.headers(), response.body());
            var found = answer.ok() ? answer.json().map(FalKeys::read).orElse(List.of()) : List.<PublicKey>of();
            if (found.isEmpty()) {
                LOG.warn("FAL shows no keys for its webhooks (HTTP {})", answer.status());
            }
            return found;
        } catch (IOException e) {
            LOG.warn(
                    "The keys for webhooks of FAL cannot be fetched ({})",
                    e.getClass().getSimpleName());
            return List.of();
        }
    }

    private static List<PublicKey> read(JsonNode json) {
        return StreamSupport.stream(json.path("keys").spliterator(), false)
                .filter(key -> key.path("kty").asString("").equals("OKP")
                        && key.path("crv").asString("").equals("Ed25519"))
                .flatMap(key -> ed25519(key.path("x").asString("")).stream())
                .limit(MOST_KEYS)
                .toList();
    }

    private static Optional<PublicKey> ed25519(String x) {
        try {
            var raw = Base64.getUrlDecoder().decode(x);
            if (raw.length != RAW_BYTES) {
                return Optional.empty();
            }
            var der = HexFormat.of().parseHex(SPKI + HexFormat.of().formatHex(raw));
            return Optional.of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** The beginning of time stays where it is. */
    private static Instant plus(Instant when, Duration duration) {
        return when.equals(Instant.MIN) ? when : when.plus(duration);
    }
}
