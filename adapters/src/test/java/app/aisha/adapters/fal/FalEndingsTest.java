package app.aisha.adapters.fal;

import static app.aisha.adapters.fal.TrainerOnLoopback.failed;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.fal.FalDouble.Answer;
import app.aisha.core.avatar.TrainingProblem;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kinds of errors mean that a training may end with. */
class FalEndingsTest {

    private final TrainerOnLoopback loopback = new TrainerOnLoopback();

    FalEndingsTest() throws IOException {}

    @AfterEach
    void stop() {
        loopback.close();
    }

    @ParameterizedTest
    @CsvSource({
        "422, content_policy_violation, CONTENT",
        "422, no_media_generated, CONTENT",
        "422, face_detection_error, CONTENT",
        "422, image_too_small, PHOTOS_UNUSABLE",
        "422, image_load_error, PHOTOS_UNUSABLE",
        "422, file_download_error, PHOTOS_UNUSABLE",
        "422, file_too_large, PHOTOS_UNUSABLE",
        "422, unsupported_image_format, PHOTOS_UNUSABLE",
        "422, value_error, PHOTOS_UNUSABLE",
        "422, sequence_too_short, PHOTOS_UNUSABLE",
        "422, value_error.missing, REJECTED",
        "422, missing, REJECTED",
        "422, greater_than_equal, REJECTED",
        "422, something_new, REJECTED",
        "500, internal_server_error, BROKE_DOWN",
        "500, something_new, BROKE_DOWN",
        "504, generation_timeout, TIMEOUT",
        "502, downstream_service_error, BROKE_DOWN",
        "503, downstream_service_unavailable, BROKE_DOWN",
    })
    void theKindOfAComplaintDecides(int code, String type, TrainingProblem problem) throws Exception {
        var body = """
            {"detail":[{"loc":["body","images_data_url"],"msg":"see https://v3.fal.media/a.zip?sig=private",
            "type":"%s","input":"the secret prompt","ctx":{"x":"the secret prompt"}}]}\
            """.formatted(type);

        var failed = failed(loopback.result(Answer.of(code, body)));

        assertThat(failed.problem()).isEqualTo(problem);
        assertThat(failed.detail())
                .contains(type, "images_data_url")
                .doesNotContain("secret prompt", "private")
                .hasSizeLessThanOrEqualTo(500);
        assertThat(failed.log()).hasSize(1);
        assertThat(loopback.server.requests())
                .as("a result is not asked twice for")
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "504, request_timeout, TIMEOUT",
        "504, startup_timeout, TIMEOUT",
        "503, runner_scheduling_failure, BROKE_DOWN",
        "503, runner_disconnected, BROKE_DOWN",
        "502, runner_incomplete_response, BROKE_DOWN",
        "500, runner_server_error, BROKE_DOWN",
        "500, internal_error, BROKE_DOWN",
        "499, client_cancelled, STOPPED",
        "499, client_disconnected, STOPPED",
        "400, bad_request, REJECTED",
    })
    void theKindOfAFailedRequestDecides(int code, String type, TrainingProblem problem) throws Exception {
        var inBody = Answer.of(code, "{\"detail\":\"in progress\",\"error_type\":\"%s\"}".formatted(type));
        var inHeader = Answer.of(code, "{}").with("X-Fal-Error-Type", type);

        for (var answer : List.of(inBody, inHeader)) {
            if (code < 500) {
                assertThat(failed(loopback.result(answer)).problem()).isEqualTo(problem);
            } else {
                assertThat(loopback.failure(Answer.of(200, "{\"status\":\"COMPLETED\"}"), answer))
                        .as("may be the server's own trouble")
                        .isNotNull();
            }
        }
        var inStatus = "{\"status\":\"COMPLETED\",\"error\":\"Oh\",\"error_type\":\"%s\"}".formatted(type);
        assertThat(failed(loopback.pair(inStatus, Answer.of(code, ""))).problem())
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "422, {\"detail\":\"Could not load image from url: https://v3.fal.media/a?sig=private\"}, PHOTOS_UNUSABLE",
        "499, {\"detail\":\"Request was cancelled\"}, STOPPED",
        "400, {\"detail\":\"no good\"}, REJECTED",
        "400, <html>, REJECTED",
    })
    void withoutAKindTheStatusDecides(int code, String body, TrainingProblem problem) throws Exception {
        var failed = failed(loopback.result(Answer.of(code, body)));

        assertThat(failed.problem()).isEqualTo(problem);
        assertThat(failed.detail()).startsWith("HTTP " + code).doesNotContain("private");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Fal-Retryable", "X-Fal-Needs-Retry"})
    void aHeaderOfTheModelMarksItsOwnFailure(String header) throws Exception {
        var failed =
                failed(loopback.result(Answer.of(500, "{\"detail\":\"boom\"}").with(header, "false")));

        assertThat(failed.problem()).isEqualTo(TrainingProblem.BROKE_DOWN);
        assertThat(failed(loopback.result(Answer.of(504, "{}").with(header, "1")))
                        .problem())
                .isEqualTo(TrainingProblem.TIMEOUT);
    }
}
