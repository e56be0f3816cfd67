package app.aisha.adapters.fal;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.fal.FalDouble.Answer;
import app.aisha.adapters.fal.FalWebhook.Ending;
import app.aisha.adapters.fal.FalWebhook.Verdict;
import app.aisha.adapters.http.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * F-W: signatures, times, keys and bodies of calls that say they come from FAL. The key is that of RFC 8032, 7.1, test 1; the
 * first signature was made by another program.
 */
class FalWebhookTest {

    private static final int BODIES = Boolean.getBoolean("aisha.long") ? 10_000 : 500;

    private static final String SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private static final String X = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    private static final String OTHER_X = "PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw";
    private static final String ID = "123e4567-e89b-12d3-a456-426614174000";
    private static final long TIME = 1_760_000_000;
    private static final String BODY =
            "{\"request_id\":\"%s\",\"gateway_request_id\":\"%s\",\"status\":\"OK\",\"payload\":{\"seed\":1}}"
                    .formatted(ID, ID);
    private static final String SIGNATURE = "e162a8932e94e71831437879d9b32d0a432dea4296fb8453b9cfe960eae96a0c"
            + "d4ea492bb534c39b5852355ca187d16476ef363eeee5ddc597efaadf70ddad03";

    private final FalDouble server = new FalDouble();
    private Instant now = Instant.ofEpochSecond(TIME);
    private final FalWebhook webhook;

    FalWebhookTest() throws IOException {
        var roots = new FalSettings.Roots(server.base(), server.base(), server.base(), server.at("/jwks.json"));
        var usual = FalSettings.of(new Secret("k"), Optional.empty());
        webhook = new FalWebhook(
                new FalSettings(usual.key(), roots, usual.fileHosts(), usual.timeouts(), usual.proxy(), usual.pause()),
                () -> now);
        server.answers(keys(OTHER_X, X));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCallOfFalIsGenuineAndItsKeysAreAskedForOnce() throws Exception {
        for (var times = 0; times < 3; times++) {
            assertThat(judge(BODY, headers())).isEqualTo(new Verdict.Genuine(ID, Ending.OK));
        }
        assertThat(server.requests()).hasSize(1);
        assertThat(server.last().headers()).doesNotContainKey("Authorization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Request-Id", "User-Id", "Timestamp", "Signature"})
    void withoutOneOfTheHeadersItIsForged(String name) throws Exception {
        var headers = headers();
        headers.remove("X-Fal-Webhook-" + name);
        assertThat(judge(BODY, headers)).isInstanceOf(Verdict.Forged.class);

        headers.put("X-Fal-Webhook-" + name, "a b\nc");
        assertThat(judge(BODY, headers)).isInstanceOf(Verdict.Forged.class);
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Request-Id, other", "User-Id, user_abd", "Timestamp, 1760000001"})
    void aChangedHeaderIsForged(String name, String value) throws Exception {
        var headers = headers();
        headers.put("X-Fal-Webhook-" + name, value);

        assertThat(judge(BODY, headers)).isInstanceOf(Verdict.Forged.class);
    }

    @Test
    void aChangedBodyOrSignatureIsForged() throws Exception {
        assertThat(judge(BODY + " ", headers())).isInstanceOf(Verdict.Forged.class);

        var headers = headers();
        headers.put("X-Fal-Webhook-Signature", SIGNATURE.replace('e', 'f'));
        assertThat(judge(BODY, headers)).isInstanceOf(Verdict.Forged.class);
        headers.put("X-Fal-Webhook-Signature", "00".repeat(63));
        assertThat(judge(BODY, headers)).isInstanceOf(Verdict.Forged.class);
        assertThat(judge(" ".repeat(FalWebhook.LONGEST_BODY + 1), headers())).isInstanceOf(Verdict.Forged.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-301, 301, 1_000_000})
    void anOldCallIsStale(int seconds) throws Exception {
        now = now.plusSeconds(seconds);

        assertThat(judge(BODY, headers())).isEqualTo(new Verdict.Stale());
    }

    @ParameterizedTest
    @ValueSource(ints = {-300, 300})
    void fiveMinutesAreBorne(int seconds) throws Exception {
        now = now.plusSeconds(seconds);

        assertThat(judge(BODY, headers())).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void newKeysAreLookedForAtMostOnceAMinute() throws Exception {
        server.answers(keys(OTHER_X), keys(OTHER_X), keys(X));

        assertThat(judge(BODY, headers())).isInstanceOf(Verdict.Forged.class);
        assertThat(judge(BODY, headers())).isInstanceOf(Verdict.Forged.class);
        assertThat(server.requests()).hasSize(1);
        now = now.plusSeconds(61);
        assertThat(judge(BODY, headers())).isInstanceOf(Verdict.Forged.class);
        assertThat(judge(BODY, headers())).isInstanceOf(Verdict.Forged.class);
        assertThat(server.requests()).hasSize(2);
        now = now.plusSeconds(61);

        assertThat(judge(BODY, headers())).isInstanceOf(Verdict.Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"keys\":[{\"kty\":\"RSA\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"short\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"***\"}]}"
            })
    void withoutKeysNobodyCanTell(String body) throws Exception {
        server.answers(Answer.of(200, body), keys(X));

        assertThat(judge(BODY, headers())).isEqualTo(new Verdict.KeysUnavailable());
        assertThat(judge(BODY, headers())).isEqualTo(new Verdict.KeysUnavailable());
        assertThat(server.requests()).hasSize(1);
        now = now.plusSeconds(60);
        assertThat(judge(BODY, headers())).isInstanceOf(Verdict.Genuine.class);
    }

    @Test
    void keysOfHugeAnswersAndOfServersThatAreDownAreNone() throws Exception {
        server.answers(Answer.of(200, " ".repeat(100_000) + keys(X).body()), Answer.hangUp(), Answer.of(500, ""));

        for (var minute = 0; minute < 3; minute++) {
            assertThat(judge(BODY, headers())).isEqualTo(new Verdict.KeysUnavailable());
            now = now.plusSeconds(60);
        }
    }

    @Test
    void keysAreKeptForADay() throws Exception {
        judge(BODY, headers());
        server.answers(Answer.of(500, ""));

        now = now.plus(Duration.ofHours(24)).minusSeconds(1);
        assertThat(judge(BODY, signed(BODY, now))).isInstanceOf(Verdict.Genuine.class);
        now = now.plusSeconds(1);
        assertThat(judge(BODY, signed(BODY, now))).isEqualTo(new Verdict.KeysUnavailable());
    }

    @Test
    void whateverElseTheBodyHoldsDoesNotMatter() throws Exception {
        var deep = "{\"request_id\":\"r-1\",\"status\":\"ERROR\",\"payload\":" + "[".repeat(10_000);
        assertThat(genuine(deep)).isEqualTo(new Verdict.Genuine("r-1", Ending.ERROR));
        assertThat(genuine("{\"error\":{\"request_id\":\"x\"},\"status\":\"SOON\",\"payload\":null}"))
                .isEqualTo(new Verdict.Genuine(ID, Ending.UNTOLD));
        assertThat(genuine("{\"request_id\":\"../x\",\"status\":[\"OK\"]}"))
                .isEqualTo(new Verdict.Genuine(ID, Ending.UNTOLD));
        assertThat(genuine("[]")).isEqualTo(new Verdict.Genuine(ID, Ending.UNTOLD));
        assertThat(genuine("")).isEqualTo(new Verdict.Genuine(ID, Ending.UNTOLD));
    }

    @Test
    void noneOfManyRandomBodiesIsBelieved() throws Exception {
        var random = new Random(BODIES);
        for (var number = 0; number < BODIES; number++) {
            var body = new byte[random.nextInt(2_000)];
            random.nextBytes(body);
            var headers = headers();
            if (random.nextBoolean()) {
                var signature = new byte[64];
                random.nextBytes(signature);
                headers.put(
                        "X-Fal-Webhook-Signature", HexFormat.of().formatHex(signature));
            }
            var text = new String(body, StandardCharsets.ISO_8859_1);

            assertThat(judge(text, headers)).as("Body %d", number).isInstanceOf(Verdict.Forged.class);
        }
    }

    private Verdict genuine(String body) throws Exception {
        return judge(body, signed(body, now));
    }

    private Verdict judge(String body, Map<String, String> headers) throws InterruptedException {
        return webhook.judge(body.getBytes(StandardCharsets.UTF_8), name -> Optional.ofNullable(headers.get(name)));
    }

    private static Map<String, String> headers() {
        return new HashMap<>(Map.of(
                "X-Fal-Webhook-Request-Id",
                ID,
                "X-Fal-Webhook-User-Id",
                "user_abc",
                "X-Fal-Webhook-Timestamp",
                Long.toString(TIME),
                "X-Fal-Webhook-Signature",
                SIGNATURE));
    }

    private static Map<String, String> signed(String body, Instant when) throws GeneralSecurityException {
        var hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        var message = "%s\nuser_abc\n%d\n%s"
                .formatted(ID, when.getEpochSecond(), HexFormat.of().formatHex(hash));
        var key = KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(
                        NamedParameterSpec.ED25519, HexFormat.of().parseHex(SEED)));
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(key);
        signer.update(message.getBytes(StandardCharsets.UTF_8));
        var headers = headers();
        headers.put("X-Fal-Webhook-Timestamp", Long.toString(when.getEpochSecond()));
        headers.put("X-Fal-Webhook-Signature", HexFormat.of().formatHex(signer.sign()));
        return headers;
    }

    private static Answer keys(String... xs) {
        var keys = new StringBuilder();
        for (var x : xs) {
            keys.append(keys.isEmpty() ? "" : ",")
                    .append("{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"}".formatted(x));
        }
        return Answer.of(200, "{\"keys\":[" + keys + "]}");
    }
}
