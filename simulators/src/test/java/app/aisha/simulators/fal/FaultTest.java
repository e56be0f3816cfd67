package app.aisha.simulators.fal;

import static app.aisha.simulators.fal.Sandbox.FLUX;
import static app.aisha.simulators.fal.Sandbox.PORTRAIT;
import static app.aisha.simulators.fal.Sandbox.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
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

    @ParameterizedTest
    @CsvSource({
        "SERVER_ERROR,500,internal_error",
        "BAD_GATEWAY,502,nginx",
        "UNAVAILABLE,503,runner_scheduling_failure",
        "TIMEOUT,504,request_timeout",
        "TOO_MANY_REQUESTS,429,Too many",
        "EXHAUSTED_BALANCE,403,User is locked. Reason: Exhausted balance",
        "UNAUTHORIZED,401,invalid key credentials",
        "UNPROCESSABLE,422,missing",
        "NOT_FOUND,404,Not Found",
        "MALFORMED_JSON,200,'{'",
        "HTML,200,<html>",
        "EMPTY,200,''",
        "REDIRECT,307,''",
        "PRIVATE_REDIRECT,302,''"
    })
    void aRefusedSubmitIsNotAccepted(FaultKind kind, int status, String said) throws Exception {
        fal.control.fault(Fault.once(FaultPoint.SUBMIT, kind));
        var answer = fal.post("/" + FLUX, HI);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(said);
        assertThat(answer.headers().firstValue("x-fal-request-id")).isEmpty();
        assertThat(fal.control.accepted(FLUX)).isZero();
        assertThat(fal.control.faults()).isEmpty();
        assertThat(fal.post("/" + FLUX, HI).statusCode()).isEqualTo(200);
    }

    @Test
    void aCutSubmitMayHaveBeenAccepted() {
        fal.control.fault(Fault.once(FaultPoint.SUBMIT, FaultKind.CUT));
        assertThatThrownBy(() -> fal.post("/" + FLUX, HI)).isInstanceOf(IOException.class);
        assertThat(fal.control.accepted(FLUX)).isZero();

        fal.control.fault(Fault.once(FaultPoint.SUBMIT, FaultKind.ACT_THEN_CUT));
        assertThatThrownBy(() -> fal.post("/" + FLUX, HI)).isInstanceOf(IOException.class);
        assertThat(fal.control.accepted(FLUX)).isEqualTo(1);
        assertThat(fal.control.calls()).extracting(ReceivedCall::status).containsOnly(0);
    }

    @Test
    void aStatusCanLieAndBeStrange() throws Exception {
        var id = fal.submit(FLUX, HI);
        fal.awaitEnd(FLUX, id);
        fal.control.fault(Fault.once(FaultPoint.STATUS, FaultKind.UNKNOWN_STATUS));
        fal.control.fault(Fault.always(FaultPoint.STATUS, FaultKind.STUCK).on(id));

        assertThat(fal.status(FLUX, id).path("status").stringValue()).isEqualTo("PAUSED");
        assertThat(fal.status(FLUX, id).path("status").stringValue()).isEqualTo("IN_PROGRESS");
        assertThat(fal.status(FLUX, id).path("status").stringValue()).isEqualTo("IN_PROGRESS");
        assertThat(fal.control.truth(id)).isEqualTo("COMPLETED");
        fal.control.clearFaults();
        assertThat(fal.status(FLUX, id).path("status").stringValue()).isEqualTo("COMPLETED");
    }

    @Test
    void missingThingsSpeakAsTheirFunctionsDo() throws Exception {
        var id = fal.submit(FLUX, HI);
        fal.awaitEnd(FLUX, id);
        for (var point : new FaultPoint[] {FaultPoint.STATUS, FaultPoint.RESULT, FaultPoint.CANCEL, FaultPoint.JWKS}) {
            fal.control.fault(Fault.once(point, FaultKind.NOT_FOUND));
        }
        var root = "/%s/requests/%s".formatted(FLUX, id);

        assertThat(fal.get(root + "/status").body()).isEqualTo("{\"status\":\"NOT_FOUND\"}");
        assertThat(fal.put(root + "/cancel").body()).isEqualTo("{\"status\":\"NOT_FOUND\"}");
        assertThat(fal.get(root).body()).isEqualTo("{\"detail\":\"Request not found\"}");
        assertThat(fal.get("/rest/.well-known/jwks.json").statusCode()).isEqualTo(404);
    }

    @Test
    void aRedirectLeadsWhereItIsTold() throws Exception {
        fal.control.fault(Fault.once(FaultPoint.SUBMIT, FaultKind.REDIRECT).to("http://other.invalid/x"));
        fal.control.fault(Fault.once(FaultPoint.CDN, FaultKind.PRIVATE_REDIRECT));

        assertThat(fal.post("/" + FLUX, HI).headers().firstValue("Location")).contains("http://other.invalid/x");
        var file = fal.control.putFile("a", "a/b", new byte[9]);
        assertThat(fal.download(file.toString())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .startsWith("http://10.0.0.1/");
    }

    @ParameterizedTest
    @EnumSource(names = {"TRUNCATED", "HUGE"})
    void aDownloadCanBreakOff(FaultKind kind) {
        var file = fal.control.putFile("a.bin", "application/octet-stream", new byte[1000]);
        fal.control.fault(Fault.always(FaultPoint.CDN, kind).on("a.bin"));

        assertThatThrownBy(() -> fal.download(file.toString())).isInstanceOf(IOException.class);
        var huge = assertThatHead(file.getPath());
        assertThat(huge).isEqualTo(kind == FaultKind.HUGE ? "10000000000" : "1000");
    }

    private String assertThatHead(String path) {
        try {
            return fal.send(fal.to(path).HEAD())
                    .headers()
                    .firstValue("Content-Length")
                    .orElseThrow();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void aSlowDownloadArrivesWhole() throws Exception {
        var bytes = Zips.photos(3);
        var file = fal.control.putFile("a.zip", "application/zip", bytes);
        fal.control.fault(Fault.once(FaultPoint.CDN, FaultKind.SLOW).pausing(1));
        fal.control.fault(Fault.once(FaultPoint.STREAM, FaultKind.SLOW));

        assertThat(fal.download(file.toString()).body()).isEqualTo(bytes);
        assertThat(fal.awaitEnd(FLUX, fal.submit(FLUX, HI))).contains("COMPLETED");
    }

    @Test
    void anUploadAndAPlatformCallCanFail() throws Exception {
        fal.control.fault(Fault.always(FaultPoint.UPLOAD, FaultKind.SERVER_ERROR));
        fal.control.fault(
                Fault.always(FaultPoint.INITIATE, FaultKind.UNAVAILABLE).times(2));
        fal.control.fault(Fault.always(FaultPoint.PLATFORM, FaultKind.UNAUTHORIZED));

        assertThat(fal.send(fal.to("/cdn/upload/x").PUT(BodyPublishers.ofString("x")))
                        .statusCode())
                .isEqualTo(500);
        for (var status : new int[] {503, 503, 422}) {
            assertThat(fal.post("/rest/storage/upload/initiate", "{}").statusCode())
                    .isEqualTo(status);
        }
        assertThat(fal.get("/v1/models/pricing?endpoint_id=x").statusCode()).isEqualTo(401);
    }

    @Test
    void aRunCanEndAsPlanned() throws Exception {
        fal.control.plan(Plan.nextTraining().ending(new Ending.ModelError(422, "face_detection_error", "no face")));
        fal.control.plan(Plan.nextGeneration().ending(new Ending.FlatError(422, "Could not load image from url: x")));
        fal.control.plan(
                Plan.any().on(PORTRAIT).ending(new Ending.RequestError(504, "startup_timeout", "Request timed out")));
        fal.control.plan(Plan.nextTraining().ending(new Ending.WithoutLora()));

        var model = fal.resultOf(PORTRAIT, fal.train());
        assertThat(model.statusCode()).isEqualTo(422);
        assertThat(json(model).at("/detail/0/type").stringValue()).isEqualTo("face_detection_error");

        assertThat(fal.resultOf(FLUX, fal.submit(FLUX, HI)).body())
                .isEqualTo("{\"detail\":\"Could not load image from url: x\"}");

        var id = fal.train();
        var service = fal.resultOf(PORTRAIT, id);
        assertThat(service.statusCode()).isEqualTo(504);
        assertThat(service.headers().firstValue("X-Fal-Error-Type")).contains("startup_timeout");
        assertThat(service.headers().firstValue("X-Fal-Retryable")).contains("true");
        assertThat(fal.status(PORTRAIT, id).path("error_type").stringValue()).isEqualTo("startup_timeout");

        var bare = fal.resultOf(PORTRAIT, fal.train());
        assertThat(bare.statusCode()).isEqualTo(200);
        assertThat(json(bare).has("diffusers_lora_file")).isFalse();
        assertThat(json(bare).has("config_file")).isTrue();
        assertThat(json(fal.resultOf(PORTRAIT, fal.train())).has("diffusers_lora_file"))
                .isTrue();
    }

    @Test
    void mistakesThatTheServiceSwallowsAreNoticed() throws Exception {
        fal.submit(FLUX, "{\"prompt\":\"a\",\"webhook_url\":\"http://x/y\"}");
        fal.submit(FLUX, "{\"input\":{\"prompt\":\"a\"}}");

        assertThat(fal.control.violations()).hasSize(2);
        fal.control.clearCalls();
        assertThat(fal.control.violations()).isEmpty();
    }
}
