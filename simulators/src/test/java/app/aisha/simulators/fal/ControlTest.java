package app.aisha.simulators.fal;

import static app.aisha.simulators.fal.Sandbox.FLUX;
import static app.aisha.simulators.fal.Sandbox.PORTRAIT;
import static app.aisha.simulators.fal.Sandbox.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The same switches over HTTP. */
class ControlTest {
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

    private JsonNode control(String path, String json) throws Exception {
        var answer = fal.send(fal.to("/control/" + path).POST(BodyPublishers.ofString(json.replace('\'', '"'))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private JsonNode seen(String path) throws Exception {
        return json(fal.send(fal.to("/control/" + path)));
    }

    @Test
    void faultsComeAndGo() throws Exception {
        control("faults", "{'at':'cdn','kind':'slow','match':'zip','times':-1,'millis':5,'location':'http://x/'}");
        assertThat(seen("faults").get(0))
                .hasToString(
                        "{\"at\":\"cdn\",\"kind\":\"slow\",\"match\":\"zip\",\"times\":-1,\"millis\":5,\"location\":\"http://x/\"}");

        fal.send(fal.to("/control/faults").DELETE());

        assertThat(fal.control.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'model_error','status':422,'type':'image_too_small'}|422|image_too_small",
                "{'kind':'flat_error','status':500,'message':'oh'}|500|oh",
                "{'kind':'request_error','status':503,'type':'runner_disconnected'}|503|runner_disconnected",
                "{'kind':'without_lora'}|200|config_file",
                "{'kind':'natural'}|200|diffusers_lora_file"
            })
    void endingsArePlanned(String ending, int status, String said) throws Exception {
        control("plans", "{'on':'trainings','duration_millis':0,'ending':%s}".formatted(ending));
        var result = fal.resultOf(PORTRAIT, fal.train());

        assertThat(result.statusCode()).isEqualTo(status);
        assertThat(result.body()).contains(said);
    }

    @Test
    void aTrainingIsHeldAndReleased() throws Exception {
        control("plans", "{'hold':true,'ignore_cancel':true,'times':2}");
        var id = fal.train();
        var other = fal.train();
        assertThat(seen("requests").path(id).stringValue()).isEqualTo("IN_PROGRESS");
        control("release", "{'request_id':'%s'}".formatted(id));
        fal.awaitEnd(PORTRAIT, id);
        assertThat(seen("requests").path(other).stringValue()).isEqualTo("IN_PROGRESS");
        control("release", "{}");
        fal.awaitEnd(PORTRAIT, other);

        assertThat(seen("accepted").path(PORTRAIT).intValue()).isEqualTo(2);
    }

    @Test
    void webhooksArePlannedSeenAndSentAgain() throws Exception {
        try (var hook = new Hook()) {
            control(
                    "plans",
                    "{'webhook':{'lose':false,'copies':2,'early':true,'delay_millis':1,'tampering':'bad_signature','without_payload':true}}");
            var id = fal.submit(FLUX, HI, hook.address());
            hook.next();
            hook.next();
            var again = control("webhooks", "{'request_id':'%s','tampering':'none'}".formatted(id));

            assertThat(again.path("status").intValue()).isEqualTo(200);
            assertThat(Json.read(hook.next().body())
                            .orElseThrow()
                            .path("payload")
                            .isNull())
                    .isTrue();
            assertThat(seen("webhooks").get(0).path("request_id").stringValue()).isEqualTo(id);
        }
    }

    @Test
    void callsAreSeenAndForgotten() throws Exception {
        fal.submit(FLUX, HI);
        fal.post("/cdn/upload/1", "\u0000");
        var calls = seen("calls");

        assertThat(calls.get(0).path("point").stringValue()).isEqualTo("submit");
        assertThat(calls.get(0).path("body").stringValue()).isEqualTo(HI);
        assertThat(calls.get(0).at("/headers/authorization").stringValue()).isEqualTo("Key ***");
        assertThat(seen("violations")).hasSize(1);
        fal.send(fal.to("/control/calls").DELETE());
        assertThat(seen("calls")).isEmpty();
    }

    @Test
    void clockKeysPathsAndFilesAreSet() throws Exception {
        var before = fal.get("/rest/.well-known/jwks.json").body();
        control("keys", "{}");
        assertThat(fal.get("/rest/.well-known/jwks.json").body()).isNotEqualTo(before);

        var file = json(
                fal.send(fal.to("/control/files?name=a.txt&type=text/plain").POST(BodyPublishers.ofString("x"))));
        assertThat(fal.download(file.path("url").stringValue()).body())
                .asString()
                .isEqualTo("x");

        control("strict", "{}");
        var id = fal.submit("fal-ai/flux-2/lora", HI);
        assertThat(fal.get("/fal-ai/flux-2/lora/requests/" + id).statusCode()).isEqualTo(405);

        control("clock", "{'advance_seconds':86400}");
        fal.submit(FLUX, HI);
        assertThat(seen("calls").get(fal.control.calls().size() - 1).path("at").stringValue())
                .startsWith("2026-11-27");
        control("plans", "{'ending':{'kind':'flat_error'}}");
        fal.send(fal.to("/control/plans").DELETE());
        assertThat(fal.resultOf(FLUX, fal.submit(FLUX, HI)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "faults {\"at\":\"moon\",\"kind\":\"slow\"}",
                "faults {\"at\":\"cdn\"}",
                "faults [",
                "plans {\"ending\":{\"kind\":\"odd\"}}",
                "plans {\"webhook\":{\"tampering\":\"odd\"}}"
            })
    void nonsenseIsRefused(String call) throws Exception {
        var space = call.indexOf(' ');
        var answer = fal.send(fal.to("/control/" + call.substring(0, space))
                .POST(BodyPublishers.ofString(call.substring(space + 1))));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsRefused() throws Exception {
        var unknown = fal.to("/control/release").POST(BodyPublishers.ofString("{\"request_id\":\"x\"}"));
        assertThat(fal.send(unknown).statusCode()).isEqualTo(404);
        assertThat(fal.send(fal.to("/control/none")).statusCode()).isEqualTo(404);
        var id = fal.submit(FLUX, HI);
        fal.awaitEnd(FLUX, id);
        var noWebhook =
                fal.to("/control/webhooks").POST(BodyPublishers.ofString("{\"request_id\":\"%s\"}".formatted(id)));
        assertThat(fal.send(noWebhook).statusCode()).isEqualTo(400);
    }

    @Test
    void settingsAreChecked() throws Exception {
        assertThatThrownBy(() -> FalSettings.sandbox().withConcurrency(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(FalSettings.sandbox().timing().training()).isEqualTo(Duration.ofSeconds(40));
        try (var other = FalSimulator.start(
                Sandbox.settings().withKey("a:b").withSeed(2).withPort(0).withConcurrency(1))) {
            assertThat(other.port()).isPositive();
            assertThat(other.rest()).hasToString(other.queue() + "/rest");
            assertThat(other.platform()).hasToString(other.queue() + "/v1");
            assertThat(other.jwks()).hasToString(other.rest() + "/.well-known/jwks.json");
        }
    }
}
