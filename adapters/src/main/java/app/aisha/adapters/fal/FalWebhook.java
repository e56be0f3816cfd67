package app.aisha.adapters.fal;

import app.aisha.adapters.http.HttpClients;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells calls of FAL from calls of others: an Ed25519 signature over the ids, the time and the hash of the body, not older
 * than five minutes (fal.md 2.4). Calls come more than once, so who hears of them has to bear that. A call only says that a
 * request is over; how it ended is asked for. Thread-safe.
 */
public final class FalWebhook {

    /** The longest body that is looked at, in bytes. */
    public static final int LONGEST_BODY = 2 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(FalWebhook.class);
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Pattern SIGNATURE = Pattern.compile("[0-9a-fA-F]{128}");
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final FalKeys keys;
    private final InstantSource clock;

    /** Fetches the keys from where the settings say they are. */
    public FalWebhook(FalSettings settings, InstantSource clock) {
        this(
                settings,
                clock,
                HttpClients.create(settings.proxy(), settings.timeouts().connect()));
    }

    FalWebhook(FalSettings settings, InstantSource clock, HttpClient http) {
        this.keys = new FalKeys(settings.roots().jwks(), http, clock);
        this.clock = clock;
    }

    /** What a call is. */
    public sealed interface Verdict {

        /** From FAL; answer 200. */
        record Genuine(String requestId, Ending ending) implements Verdict {}

        /** From somebody else; answer 401. */
        record Forged(String why) implements Verdict {}

        /** Its time is more than five minutes away from ours; answer 401. */
        record Stale() implements Verdict {}

        /** Cannot be told at present; answer 503, so that it comes again. */
        record KeysUnavailable() implements Verdict {}
    }

    /** How the request ended, as far as the call tells. */
    public enum Ending {
        OK,
        ERROR,
        /** The call is genuine and does not say it in words we know. */
        UNTOLD
    }

    /**
     * Judges one call.
     *
     * @param body exactly as it came
     * @param header the value of a header by its name, whose case does not matter
     */
    public Verdict judge(byte[] body, Function<String, Optional<String>> header) throws InterruptedException {
        var id = header.apply("X-Fal-Webhook-Request-Id").filter(value -> matches(ID, value));
        var user = header.apply("X-Fal-Webhook-User-Id").filter(value -> matches(ID, value));
        var time = header.apply("X-Fal-Webhook-Timestamp").filter(value -> matches(SECONDS, value));
        var hex = header.apply("X-Fal-Webhook-Signature").filter(value -> matches(SIGNATURE, value));
        if (id.isEmpty() || user.isEmpty() || time.isEmpty() || hex.isEmpty()) {
            return new Verdict.Forged("a header of the signature is missing or malformed");
        }
        if (body.length > LONGEST_BODY) {
            return new Verdict.Forged("longer than any call of FAL");
        }
        var age = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(time.get()));
        if (age > WINDOW.toSeconds()) {
            return new Verdict.Stale();
        }
        var message = String.join("\n", id.get(), user.get(), time.get(), fingerprint(body));
        var signature = HexFormat.of().parseHex(hex.get());
        return judge(message.getBytes(StandardCharsets.UTF_8), signature, () -> genuine(id.get(), body));
    }

    /** What to answer where the signature holds. */
    @FunctionalInterface
    private interface Holding {

        Verdict verdict();
    }

    private Verdict judge(byte[] message, byte[] signature, Holding holding) throws InterruptedException {
        var known = keys.known();
        if (known.isEmpty()) {
            return new Verdict.KeysUnavailable();
        }
        return holds(known, message, signature) || holds(keys.renewed(), message, signature)
                ? holding.verdict()
                : new Verdict.Forged("no key of FAL made this signature");
    }

    /** Tries every key, whichever fits, because the call does not tell which was used. */
    private static boolean holds(List<PublicKey> keys, byte[] message, byte[] signature) {
        var holds = false;
        for (var key : keys) {
            holds |= holds(key, message, signature);
        }
        return holds;
    }

    private static boolean holds(PublicKey key, byte[] message, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    private static Verdict genuine(String signedId, byte[] body) {
        var call = WebhookBody.read(body);
        var id = call.requestId().orElse(signedId);
        if (!id.equals(signedId)) {
            LOG.warn("A webhook of FAL for request {} is signed for {}", id, signedId);
        }
        return new Verdict.Genuine(id, call.ending());
    }

    private static boolean matches(Pattern pattern, String value) {
        return pattern.matcher(value).matches();
    }

    /** What tells the body of one call from another: SHA-256, in hex. */
    public static String fingerprint(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }
}
