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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueueTest {
    private static final String HI = "{\"prompt\":\"hi\"}";
    private Sandbox fal;

    @BeforeEach
    void start() throws Exception {
        fal = Sandbox.quick();
    }

    @AfterEach
    void stop() {
        fal.close();
    }

    @Test
    void aSubmitIsAnsweredWithAddresses() throws Exception {
        var answer = fal.post("/fal-ai/flux-2/lora", HI);

        assertThat(answer.statusCode()).isEqualTo(200);
        var body = json(answer);
        var id = body.path("request_id").stringValue();
        var root = fal.simulator.queue() + "/fal-ai/flux-2/requests/" + id;
        assertThat(answer.headers().firstValue("x-fal-request-id")).contains(id);
        assertThat(body.path("status").stringValue()).isEqualTo("IN_QUEUE");
        assertThat(body.path("response_url").stringValue()).isEqualTo(root);
        assertThat(body.path("status_url").stringValue()).isEqualTo(root + "/status");
        assertThat(body.path("cancel_url").stringValue()).isEqualTo(root + "/cancel");
        assertThat(body.path("queue_position").intValue()).isZero();
    }

    @Test
    void theSameSeedGivesTheSameIds() throws Exception {
        try (var twin = Sandbox.quick()) {
            assertThat(twin.submit(FLUX, HI)).isEqualTo(fal.submit(FLUX, HI));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'',Authorization header is required",
        "Key wrong:key,invalid key credentials",
        "Bearer sandbox:simulated,invalid key credentials"
    })
    void onlyTheKeyOpens(String authorization, String detail) throws Exception {
        for (var path : new String[] {"/" + FLUX, "/rest/storage/upload/initiate", "/fal-ai/flux-lora/requests/1"}) {
            var request = fal.to(path).POST(BodyPublishers.ofString(HI));
            if (!authorization.isEmpty()) {
                request.header("Authorization", authorization);
            }
            var answer = fal.send(request);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(json(answer).path("detail").stringValue()).isEqualTo(detail);
        }
    }

    @Test
    void unknownApplicationsAndMethodsAreRefused() throws Exception {
        assertThat(fal.post("/fal-ai/none", HI).statusCode()).isEqualTo(404);
        assertThat(fal.post("/fal-ai/none", HI).body()).contains("Application \\\"fal-ai/none\\\" not found");
        var wrongMethod = fal.get("/" + FLUX);
        assertThat(wrongMethod.statusCode()).isEqualTo(405);
        assertThat(wrongMethod.headers().firstValue("Allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"text\"", ""})
    void anInputThatIsNoObjectIsRefused(String body) throws Exception {
        var answer = fal.post("/" + FLUX, body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).path("detail").isArray()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fal_webhook=nowhere",
                "fal_webhook=ftp%3A%2F%2Fa%2Fb",
                "fal_webhook=a%20b",
                "fal_max_queue_length=x"
            })
    void wrongParametersAreRefused(String query) throws Exception {
        assertThat(fal.post("/" + FLUX + "?" + query, HI).statusCode()).isEqualTo(422);
        assertThat(fal.control.accepted()).isEmpty();
    }

    @Test
    void theModelsInputIsNotLookedAtBeforeTheEnd() throws Exception {
        var id = fal.submit(FLUX, "{\"num_images\":\"many\"}");
        var result = fal.resultOf(FLUX, id);

        assertThat(result.statusCode()).isEqualTo(422);
        assertThat(result.headers().firstValue("X-Fal-Retryable")).contains("false");
        assertThat(json(result).at("/detail/0/type").stringValue()).isEqualTo("missing");
        assertThat(json(result).at("/detail/0/loc/1").stringValue()).isEqualTo("prompt");
        assertThat(json(result).at("/detail/1/type").stringValue()).isEqualTo("int_type");
        assertThat(fal.status(FLUX, id).path("status").stringValue()).isEqualTo("COMPLETED");
    }

    @Test
    void aTrainingIsWaitingRunningAndOver() throws Exception {
        fal.control.plan(
                Plan.nextTraining().hold().lasting(Duration.ofSeconds(100)).times(2));
        fal.train();
        fal.train();
        var id = fal.train();

        assertThat(fal.status(PORTRAIT, id).path("status").stringValue()).isEqualTo("IN_QUEUE");
        fal.control.advance(Duration.ofSeconds(40));
        var first = fal.control.requestIds().getFirst();
        var answer = fal.get("/%s/requests/%s/status/?logs=true".formatted(PORTRAIT, first));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(json(answer).path("status").stringValue()).isEqualTo("IN_PROGRESS");
        assertThat(json(answer).at("/logs/4/message").stringValue()).isEqualTo("Training: 40%|####      | 600/1500");
        var early = fal.get("/%s/requests/%s".formatted(PORTRAIT, first));
        assertThat(early.statusCode()).isEqualTo(400);
        assertThat(early.body()).isEqualTo("{\"detail\":\"Request is still in progress\"}");

        fal.control.release(first);
        fal.awaitEnd(PORTRAIT, first);
        var over = fal.get("/%s/requests/%s/status".formatted(PORTRAIT, first));
        assertThat(over.statusCode()).isEqualTo(200);
        assertThat(json(over).path("logs").isNull()).isTrue();
        assertThat(json(over).at("/metrics/inference_time").doubleValue()).isEqualTo(40);
        for (var suffix : new String[] {"", "/", "/response"}) {
            assertThat(fal.get("/%s/requests/%s%s".formatted(PORTRAIT, first, suffix))
                            .statusCode())
                    .isEqualTo(200);
        }
        fal.awaitEnd(PORTRAIT, id);
    }

    @Test
    void whatIsDueByTheMovedClockEnds() throws Exception {
        fal.control.plan(Plan.nextTraining().lasting(Duration.ofHours(1)));
        var id = fal.train();
        fal.control.advance(Duration.ofMinutes(59));
        assertThat(fal.control.truth(id)).isEqualTo("IN_PROGRESS");

        fal.control.advance(Duration.ofMinutes(1));

        assertThat(fal.resultOf(PORTRAIT, id).statusCode()).isEqualTo(200);
    }

    @Test
    void requestsStartInOrderThoseOfLowPriorityLast() throws Exception {
        fal.control.plan(Plan.any().hold().times(-1));
        var first = fal.submit(FLUX, HI);
        var second = fal.submit(FLUX, HI);
        var low = json(fal.send(fal.withKey("/" + FLUX)
                        .header("X-Fal-Queue-Priority", "low")
                        .POST(BodyPublishers.ofString(HI))))
                .path("request_id")
                .stringValue();
        var third = fal.submit(FLUX, HI);

        assertThat(fal.control.truth(second)).isEqualTo("IN_PROGRESS");
        assertThat(fal.status(FLUX, third).path("queue_position").intValue()).isZero();
        assertThat(fal.status(FLUX, low).path("queue_position").intValue()).isEqualTo(1);
        fal.control.release(first);
        fal.awaitEnd(FLUX, first);
        assertThat(fal.control.truth(third)).isEqualTo("IN_PROGRESS");
        assertThat(fal.control.truth(low)).isEqualTo("IN_QUEUE");
        assertThat(fal.post("/%s?fal_max_queue_length=0".formatted(FLUX), HI).statusCode())
                .isEqualTo(429);
        assertThat(fal.post("/%s?fal_max_queue_length=1".formatted(FLUX), HI).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aRequestThatDoesNotStartInTimeTimesOut() throws Exception {
        fal.control.plan(Plan.any().hold().times(2));
        fal.submit(FLUX, HI);
        fal.submit(FLUX, HI);
        var late = fal.send(
                fal.withKey("/" + FLUX).header("X-Fal-Request-Timeout", "0.2").POST(BodyPublishers.ofString(HI)));
        var result = fal.resultOf(FLUX, json(late).path("request_id").stringValue());

        assertThat(result.statusCode()).isEqualTo(504);
        assertThat(result.headers().firstValue("X-Fal-Request-Timeout-Type")).contains("user");
        assertThat(fal.send(fal.withKey("/" + FLUX)
                                .header("X-Fal-Request-Timeout", "0.1")
                                .POST(BodyPublishers.ofString(HI)))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void cancelEndsWhatWaitsAndWhatRuns() throws Exception {
        fal.control.plan(Plan.any().hold().times(2));
        var running = fal.submit(FLUX, HI);
        fal.submit(FLUX, HI);
        var waiting = fal.submit(FLUX, HI);
        for (var id : new String[] {waiting, running}) {
            var answer = fal.put("/%s/requests/%s/cancel".formatted(FLUX, id));
            assertThat(answer.statusCode()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("{\"status\":\"CANCELLATION_REQUESTED\"}");
            var status = fal.status(FLUX, id);
            assertThat(status.path("status").stringValue()).isEqualTo("COMPLETED");
            assertThat(status.path("error_type").stringValue()).isEqualTo("client_cancelled");
            assertThat(fal.resultOf(FLUX, id).statusCode()).isEqualTo(499);
            var again = fal.put("/%s/requests/%s/cancel".formatted(FLUX, id));
            assertThat(again.statusCode()).isEqualTo(400);
            assertThat(again.body()).isEqualTo("{\"status\":\"ALREADY_COMPLETED\"}");
        }
    }

    @Test
    void aCancelCanComeTooLate() throws Exception {
        fal.control.plan(Plan.any().hold().ignoringCancel());
        var id = fal.submit(FLUX, HI);

        assertThat(fal.put("/%s/requests/%s/cancel".formatted(FLUX, id)).statusCode())
                .isEqualTo(202);
        assertThat(fal.control.truth(id)).isEqualTo("IN_PROGRESS");
        fal.control.releaseAll();
        assertThat(fal.resultOf(FLUX, id).statusCode()).isEqualTo(200);
    }

    @Test
    void unknownRequestsAreNotFound() throws Exception {
        var id = fal.submit(FLUX, HI);
        for (var root : new String[] {"/fal-ai/flux-lora/requests/none", "/fal-ai/other/requests/" + id}) {
            assertThat(fal.get(root + "/status").statusCode()).isEqualTo(404);
            assertThat(fal.get(root + "/status").body()).isEqualTo("{\"status\":\"NOT_FOUND\"}");
            assertThat(fal.get(root + "/status/stream").statusCode()).isEqualTo(404);
            assertThat(fal.put(root + "/cancel").body()).isEqualTo("{\"status\":\"NOT_FOUND\"}");
            assertThat(fal.get(root).body()).isEqualTo("{\"detail\":\"Request not found\"}");
        }
        assertThat(fal.post("/fal-ai/flux-lora/requests/" + id, "{}").statusCode())
                .isEqualTo(405);
    }

    @Test
    void bothFormsOfFollowUpsAreServedUntilStrict() throws Exception {
        var id = fal.submit("fal-ai/flux-2/lora", HI);
        fal.awaitEnd("fal-ai/flux-2/lora", id);
        fal.awaitEnd("fal-ai/flux-2", id);
        fal.control.strictPaths(true);

        var deep = fal.get("/fal-ai/flux-2/lora/requests/%s/status".formatted(id));
        assertThat(deep.statusCode()).isEqualTo(405);
        assertThat(deep.headers().firstValue("Allow")).contains("POST");
        assertThat(fal.get("/fal-ai/flux-2/requests/%s/status".formatted(id)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theStreamTellsEachChange() throws Exception {
        fal.control.plan(Plan.any().hold());
        var id = fal.submit(FLUX, HI);
        var stream =
                fal.withKey("/%s/requests/%s/status/stream".formatted(FLUX, id)).build();
        try (var lines = fal.lines(stream)) {
            var events = lines.filter(line -> line.startsWith("data: ")).iterator();
            assertThat(events.next()).contains("IN_PROGRESS");
            fal.control.release(id);
            assertThat(events.next()).contains("COMPLETED");
            assertThat(events.hasNext()).isFalse();
        }
    }
}
