package app.aisha.simulators.fal;

import static app.aisha.simulators.fal.Sandbox.FLUX;
import static app.aisha.simulators.fal.Sandbox.PORTRAIT;
import static app.aisha.simulators.fal.Sandbox.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WebhookTest {
    private static final String HI = "{\"prompt\":\"hi\",\"image_size\":\"square\"}";
    private Sandbox fal;

    @BeforeEach
    void start() throws Exception {
        fal = Sandbox.quick();
    }

    @AfterEach
    void stop() {
        fal.close();
    }

    private static JsonNode body(Request webhook) {
        return Json.read(webhook.body()).orElseThrow();
    }

    private static String header(Request webhook, String name) {
        return webhook.header("X-Fal-Webhook-" + name).orElseThrow();
    }

    /** The check of a receiver, with the JDK alone. */
    private boolean isSigned(Request webhook) throws Exception {
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(webhook.body()));
        var message = String.join(
                "\n", header(webhook, "Request-Id"), header(webhook, "User-Id"), header(webhook, "Timestamp"), hash);
        var signature = HexFormat.of().parseHex(header(webhook, "Signature"));
        for (var key : json(fal.send(fal.to("/rest/.well-known/jwks.json"))).path("keys")) {
            if (verifies(key.path("x").stringValue(), message, signature)) {
                return true;
            }
        }
        return false;
    }

    private static boolean verifies(String x, String message, byte[] signature) throws GeneralSecurityException {
        var der = Arrays.copyOf(HexFormat.of().parseHex("302a300506032b6570032100"), 44);
        System.arraycopy(Base64.getUrlDecoder().decode(x), 0, der, 12, 32);
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        verifier.update(message.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(signature);
    }

    @Test
    void aSuccessIsToldAndSigned() throws Exception {
        try (var hook = new Hook()) {
            var id = fal.submit(PORTRAIT, fal.training(), hook.address());
            var webhook = hook.next();

            assertThat(webhook.path() + "?" + webhook.rawQuery()).isEqualTo("/hook/1?t=a%26b");
            assertThat(isSigned(webhook)).isTrue();
            assertThat(header(webhook, "Request-Id")).isEqualTo(id);
            assertThat(header(webhook, "Timestamp")).isEqualTo(Long.toString(Sandbox.NOW.getEpochSecond()));
            assertThat(body(webhook).path("request_id").stringValue()).isEqualTo(id);
            assertThat(body(webhook).path("gateway_request_id").stringValue()).isEqualTo(id);
            assertThat(body(webhook).path("status").stringValue()).isEqualTo("OK");
            assertThat(body(webhook).path("payload")).isEqualTo(json(fal.resultOf(PORTRAIT, id)));
        }
    }

    @Test
    void aFailureIsToldWithItsStatus() throws Exception {
        try (var hook = new Hook()) {
            fal.submit(PORTRAIT, "{}", hook.address());
            var body = body(hook.next());

            assertThat(body.path("status").stringValue()).isEqualTo("ERROR");
            assertThat(body.path("error").stringValue()).isEqualTo("Invalid status code: 422");
            assertThat(body.at("/payload/detail/0/type").stringValue()).isEqualTo("missing");
        }
    }

    @Test
    void seedsAreLargerThanADoubleHolds() throws Exception {
        try (var hook = new Hook()) {
            fal.submit(FLUX, HI, hook.address());

            assertThat(body(hook.next()).at("/payload/seed").bigIntegerValue()).isGreaterThan(BigInteger.TWO.pow(53));
        }
    }

    @Test
    void aFailedDeliveryIsRepeatedARedirectIsNot() throws Exception {
        try (var hook = new Hook(500, 404, 200, 302)) {
            fal.submit(FLUX, HI, hook.address());
            var first = hook.next();
            assertThat(hook.next().body()).isEqualTo(first.body());
            assertThat(isSigned(hook.next())).isTrue();

            fal.control.plan(Plan.any().telling(WebhookPlan.usual().beforeTheAnswer()));
            var redirected = fal.submit(FLUX, HI, hook.address());
            hook.next();
            assertThat(fal.control.deliveries()).extracting(Delivery::status).containsExactly(500, 404, 200, 302);
            assertThat(fal.control.deliveries().getLast())
                    .isEqualTo(new Delivery(redirected, hook.address(), 1, 302, "redirects are not followed"));
        }
    }

    @Test
    void aReceiverThatNeverTakesItIsAsked31Times() throws Exception {
        try (var hook = new Hook(Collections.nCopies(40, 500).toArray(Integer[]::new));
                var hasty = new Sandbox(Sandbox.settings()
                        .withTiming(new FalSettings.Timing(Duration.ZERO, Duration.ZERO, Duration.ZERO)))) {
            hasty.control.plan(Plan.any().telling(WebhookPlan.usual().copies(2)));
            hasty.submit(FLUX, HI, hook.address());
            for (var attempt = 0; attempt < 32; attempt++) {
                hook.next();
            }

            assertThat(hasty.control.deliveries().subList(28, 31))
                    .extracting(Delivery::attempt)
                    .containsExactly(29, 30, 31);
        }
    }

    @Test
    void aReceiverThatIsGoneIsNotReached() throws Exception {
        fal.control.plan(Plan.any().telling(WebhookPlan.usual().beforeTheAnswer()));
        fal.submit(FLUX, HI, URI.create("http://127.0.0.1:1/hook"));

        assertThat(fal.control.deliveries().getFirst().status()).isZero();
    }

    @Test
    void aWebhookCanComeTwiceAndBeforeTheAnswer() throws Exception {
        try (var hook = new Hook()) {
            fal.control.plan(Plan.any().telling(WebhookPlan.usual().copies(3).beforeTheAnswer()));
            var id = fal.submit(FLUX, HI, hook.address());

            assertThat(fal.control.deliveries()).isNotEmpty();
            for (var copy = 0; copy < 3; copy++) {
                assertThat(header(hook.next(), "Request-Id")).isEqualTo(id);
            }
        }
    }

    @Test
    void aLostWebhookCanBeSentByHand() throws Exception {
        try (var hook = new Hook()) {
            fal.control.plan(Plan.any().telling(WebhookPlan.usual().lose()));
            var id = fal.submit(FLUX, HI, hook.address());
            fal.awaitEnd(FLUX, id);
            assertThat(hook.left()).isZero();

            var delivery = fal.control.resendWebhook(id, WebhookPlan.Tampering.NONE);

            assertThat(delivery.status()).isEqualTo(200);
            assertThat(isSigned(hook.next())).isTrue();
        }
    }

    @Test
    void whatCannotBeResentIsRefused() throws Exception {
        fal.control.plan(Plan.any().hold());
        var id = fal.submit(FLUX, HI);
        assertThatThrownBy(() -> fal.control.resendWebhook(id, WebhookPlan.Tampering.NONE))
                .isInstanceOf(IllegalArgumentException.class);
        fal.control.release(id);
        fal.awaitEnd(FLUX, id);
        assertThatThrownBy(() -> fal.control.resendWebhook(id, WebhookPlan.Tampering.NONE))
                .hasMessageContaining("no webhook");
        assertThatThrownBy(() -> fal.control.truth("none")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void signaturesCanBeWrong() throws Exception {
        try (var hook = new Hook()) {
            var bad = tampered(hook, WebhookPlan.Tampering.BAD_SIGNATURE);
            assertThat(isSigned(bad)).isFalse();

            var unknown = tampered(hook, WebhookPlan.Tampering.UNKNOWN_KEY);
            assertThat(isSigned(unknown)).isFalse();

            var stale = tampered(hook, WebhookPlan.Tampering.STALE_TIMESTAMP);
            assertThat(isSigned(stale)).isTrue();
            assertThat(Long.parseLong(header(stale, "Timestamp"))).isEqualTo(Sandbox.NOW.getEpochSecond() - 3600);
        }
    }

    @Test
    void aWebhookCanContradictTheResult() throws Exception {
        try (var hook = new Hook()) {
            var call = tampered(hook, WebhookPlan.Tampering.CONTRADICTING);

            assertThat(isSigned(call)).isTrue();
            assertThat(body(call).path("status").stringValue()).isEqualTo("ERROR");
        }
    }

    private Request tampered(Hook hook, WebhookPlan.Tampering how) throws Exception {
        fal.control.plan(Plan.any().telling(WebhookPlan.usual().tamper(how)));
        fal.submit(FLUX, HI, hook.address());
        return hook.next();
    }

    @Test
    void afterARotationTheNewKeySigns() throws Exception {
        try (var hook = new Hook()) {
            var before = fal.get("/rest/.well-known/jwks.json").body();
            fal.control.rotateKeys();
            fal.submit(FLUX, HI, hook.address());
            var webhook = hook.next();

            assertThat(isSigned(webhook)).isTrue();
            var last =
                    json(fal.get("/rest/.well-known/jwks.json")).at("/keys/1/x").stringValue();
            assertThat(before).doesNotContain(last);
        }
    }

    @Test
    void aPayloadCanBeMissing() throws Exception {
        try (var hook = new Hook()) {
            fal.control.plan(Plan.any()
                    .ending(new Ending.ModelError(404, "not_found", "gone"))
                    .telling(WebhookPlan.usual().dropPayload().after(Duration.ofMillis(1))));
            fal.submit(FLUX, HI, hook.address());
            var body = body(hook.next());

            assertThat(body.path("status").stringValue()).isEqualTo("ERROR");
            assertThat(body.path("payload").isNull()).isTrue();
            assertThat(body.path("payload_error").stringValue()).startsWith("Response payload is not JSON");
        }
    }

    @Test
    void loopbackCanBeRefusedAsTheRealServiceDoes() throws Exception {
        try (var hook = new Hook();
                var strict = new Sandbox(Sandbox.settings().withoutLoopbackWebhooks())) {
            strict.control.plan(Plan.any().telling(WebhookPlan.usual().beforeTheAnswer()));
            strict.submit(FLUX, HI, hook.address());

            assertThat(strict.control.deliveries())
                    .singleElement()
                    .satisfies(delivery -> assertThat(delivery.note()).isEqualTo("dropped: private address"));
        }
    }
}
