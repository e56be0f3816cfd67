package app.aisha.simulators.fal;

import static app.aisha.simulators.fal.Sandbox.FLUX;
import static app.aisha.simulators.fal.Sandbox.PORTRAIT;
import static app.aisha.simulators.fal.Sandbox.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PlatformTest {
    private static final String HISTORY = "/v1/models/requests/by-endpoint?endpoint_id=";
    private Sandbox fal;

    @BeforeEach
    void start() throws Exception {
        fal = Sandbox.quick();
    }

    @AfterEach
    void stop() {
        fal.close();
    }

    private JsonNode history(String query) throws Exception {
        return json(fal.get(HISTORY + query));
    }

    @Test
    void pricesAreTold() throws Exception {
        var prices = json(fal.get("/v1/models/pricing?endpoint_id=%s&endpoint_id=%s".formatted(PORTRAIT, FLUX)))
                .path("prices");

        assertThat(prices).hasSize(2);
        assertThat(prices.get(0))
                .hasToString("{\"endpoint_id\":\"%s\",\"unit_price\":0.0024,\"unit\":\"steps\",\"currency\":\"USD\"}"
                        .formatted(PORTRAIT));
        assertThat(prices.get(1).path("unit_price").doubleValue()).isEqualTo(0.035);
    }

    @Test
    void modelsAndMetaAreOpen() throws Exception {
        var models = json(fal.send(fal.to("/v1/models?endpoint_id=fal-ai/flux-pro-trainer,fal-ai/nano-banana/edit")));
        assertThat(models.path("models")).hasSize(1);
        assertThat(json(fal.send(fal.to("/v1/models"))).path("models")).hasSize(10);
        assertThat(json(fal.send(fal.to("/v1/meta"))).at("/webhook_ip_ranges/0").stringValue())
                .isEqualTo("127.0.0.1/32");
    }

    @Test
    void theHistoryShowsInputsAndOutputsPageByPage() throws Exception {
        for (var i = 0; i < 2; i++) {
            fal.awaitEnd(PORTRAIT, fal.train());
        }
        var wrong = fal.submit(PORTRAIT, "{}");
        fal.awaitEnd(PORTRAIT, wrong);

        var page = history(PORTRAIT + "&limit=2&expand=payloads");
        assertThat(page.path("items")).hasSize(2);
        assertThat(page.path("has_more").booleanValue()).isTrue();
        assertThat(page.at("/items/0/request_id").stringValue()).isEqualTo(wrong);
        assertThat(page.at("/items/1/json_input/trigger_phrase").stringValue()).isEqualTo("TOK_1");
        assertThat(page.at("/items/1/json_output/diffusers_lora_file/url").isString())
                .isTrue();
        assertThat(page.at("/items/1/status_code").intValue()).isEqualTo(200);
        var next =
                history(PORTRAIT + "&limit=2&cursor=" + page.path("next_cursor").stringValue());
        assertThat(next.path("items")).hasSize(1);
        assertThat(next.path("has_more").booleanValue()).isFalse();
        assertThat(next.at("/items/0").has("json_input")).isFalse();
    }

    @Test
    void theHistoryIsFiltered() throws Exception {
        fal.control.plan(Plan.nextTraining().ending(new Ending.RequestError(500, "internal_error", "x")));
        var failed = fal.train();
        fal.awaitEnd(PORTRAIT, failed);
        fal.control.advance(Duration.ofSeconds(10));
        var good = fal.train();
        fal.awaitEnd(PORTRAIT, good);
        var wrong = fal.submit(PORTRAIT, "{}");
        fal.awaitEnd(PORTRAIT, wrong);

        assertThat(history(PORTRAIT + "&status=error").at("/items/0/request_id").stringValue())
                .isEqualTo(failed);
        assertThat(history(PORTRAIT + "&status=user_error")
                        .at("/items/0/request_id")
                        .stringValue())
                .isEqualTo(wrong);
        assertThat(history(PORTRAIT + "&status=success&request_id=" + good).path("items"))
                .hasSize(1);
        assertThat(history(PORTRAIT + "&start=2026-11-26T10:00:05Z").path("items"))
                .hasSize(2);
        assertThat(history(PORTRAIT + "&end=2026-11-26T10:00:05Z").path("items"))
                .hasSize(1);
        assertThat(history(FLUX).path("items")).isEmpty();
        fal.control.advance(Duration.ofDays(2));
        assertThat(history(PORTRAIT).path("items")).isEmpty();
        assertThat(history(PORTRAIT + "&request_id=" + good).path("items")).hasSize(1);
    }

    @Test
    void whatStillRunsIsListedWithoutAnEnd() throws Exception {
        fal.control.plan(Plan.nextTraining().hold().times(3));
        for (var i = 0; i < 3; i++) {
            fal.train();
        }
        var items = history(PORTRAIT + "&expand=payloads").path("items");

        assertThat(items.get(0).has("started_at")).isFalse();
        assertThat(items.get(1).has("started_at")).isTrue();
        assertThat(items.get(1).has("status_code")).isFalse();
        assertThat(history(PORTRAIT + "&status=success").path("items")).isEmpty();
    }

    @Test
    void payloadsThatAreNotToBeKeptAreNotShown() throws Exception {
        var sent = fal.send(fal.withKey("/" + FLUX)
                .header("X-Fal-Store-IO", "0")
                .POST(BodyPublishers.ofString("{\"prompt\":\"a\"}")));
        fal.awaitEnd(FLUX, json(sent).path("request_id").stringValue());

        assertThat(history(FLUX + "&expand=payloads").at("/items/0").has("json_input"))
                .isFalse();
    }

    @Test
    void deletedPayloadsAndFilesAreGone() throws Exception {
        var id = fal.train();
        var result = fal.resultOf(PORTRAIT, id);
        var lora = json(result).at("/diffusers_lora_file/url").stringValue();

        var deleted = fal.send(
                fal.withKey("/v1/models/requests/%s/payloads".formatted(id)).DELETE());

        assertThat(json(deleted).path("cdn_delete_results")).hasSize(2);
        assertThat(fal.download(lora).statusCode()).isEqualTo(404);
        assertThat(fal.get("/%s/requests/%s".formatted(PORTRAIT, id)).statusCode())
                .isEqualTo(404);
        assertThat(history(PORTRAIT + "&expand=payloads").at("/items/0").has("json_output"))
                .isFalse();
        assertThat(fal.send(fal.withKey("/v1/models/requests/none/payloads").DELETE())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theKeyIsNeededAndMethodsMatter() throws Exception {
        assertThat(fal.send(fal.to(HISTORY + FLUX)).statusCode()).isEqualTo(401);
        assertThat(fal.send(fal.to("/v1/models/pricing?endpoint_id=" + FLUX)).statusCode())
                .isEqualTo(401);
        assertThat(fal.send(fal.to("/v1/models/requests/1/payloads").DELETE()).statusCode())
                .isEqualTo(401);
        assertThat(fal.get("/v1/models/requests/1/payloads").statusCode()).isEqualTo(405);
        assertThat(fal.post("/v1/meta", "{}").statusCode()).isEqualTo(405);
        assertThat(fal.post("/rest/.well-known/jwks.json", "{}").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/none,404",
                "/v1/models/pricing,400",
                "/v1/models/requests/by-endpoint,400",
                HISTORY + "x&start=now,400",
                HISTORY + "x&limit=-1,400"
            })
    void badQuestionsAreRefused(String pathAndStatus) throws Exception {
        var comma = pathAndStatus.lastIndexOf(',');

        assertThat(fal.get(pathAndStatus.substring(0, comma)).statusCode())
                .isEqualTo(Integer.parseInt(pathAndStatus.substring(comma + 1)));
    }
}
