package app.aisha.adapters.fal;

import static app.aisha.adapters.fal.TrainerOnLoopback.KEY;
import static app.aisha.adapters.fal.TrainerOnLoopback.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.aisha.adapters.fal.FalDouble.Answer;
import app.aisha.core.avatar.TrainingProblem;
import app.aisha.core.avatar.TrainingReport;
import app.aisha.core.avatar.TrainingReport.LogLine;
import app.aisha.core.avatar.TrainingReport.ResultFile;
import app.aisha.core.avatar.TrainingReport.Steps;
import app.aisha.core.avatar.TrainingTicket;
import app.aisha.core.work.ProviderUnavailable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingReportsTest {

    private static final String LORA =
            "{\"url\":\"https://v3.fal.media/files/r/1_lora.safetensors\",\"file_size\":89745224,\"new_field\":[1]}";
    private static final String CONFIG = "{\"url\":\"https://v3.fal.media/files/k/2_config.json\"}";

    private final TrainerOnLoopback loopback = new TrainerOnLoopback();

    TrainingReportsTest() throws IOException {}

    @AfterEach
    void stop() {
        loopback.close();
    }

    @Test
    void theStatusIsAskedWithLogsAndTheKey() throws Exception {
        var report = status(202, "{\"status\":\"IN_QUEUE\",\"queue_position\":2,\"logs\":null}");

        assertThat(report).isEqualTo(new TrainingReport.InLine(OptionalLong.of(2)));
        var request = loopback.server.last();
        assertThat(request.uri()).hasToString("/fal-ai/flux-lora-portrait-trainer/requests/req-1/status?logs=1");
        assertThat(request.header("Authorization")).isEqualTo("Key " + KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202})
    void aRunningTrainingTellsItsStep(int code) throws Exception {
        var report = status(code, """
            {"status":"IN_PROGRESS","logs":[
            {"timestamp":"t1","message":"Loading pipeline: 7/7 https://v3.fal.media/x?sig=private","labels":{}},
            {"timestamp":"t2","message":"Training: 40%|####      | 400/1000 [03:10<04:45]"},{"message":" "}]}\
            """);

        assertThat(report)
                .isEqualTo(new TrainingReport.Running(
                        Optional.of(new Steps(400, 1_000)),
                        List.of(
                                new LogLine("t1", "Loading pipeline: 7/7 https://v3.fal.media/…"),
                                new LogLine("t2", "Training: 40%|####      | 400/1000 [03:10<04:45]"))));
    }

    @Test
    void aWordNobodyKnowsMeansThatItGoesOn() throws Exception {
        assertThat(status(200, "{\"status\":\"REHEATING\\nx\"}"))
                .isEqualTo(new TrainingReport.Running(Optional.empty(), List.of()));
    }

    @Test
    void aResultIsReadWithItsUnitsAndItsTime() throws Exception {
        var body =
                "{\"diffusers_lora_file\":%s,\"config_file\":%s,\"seed\":196619188014358660}".formatted(LORA, CONFIG);
        var report = loopback.result(Answer.of(200, body).with("X-Fal-Billable-Units", "1000"));

        assertThat(report)
                .isEqualTo(new TrainingReport.Done(
                        new ResultFile(
                                URI.create("https://v3.fal.media/files/r/1_lora.safetensors"),
                                OptionalLong.of(89_745_224)),
                        new ResultFile(URI.create("https://v3.fal.media/files/k/2_config.json"), OptionalLong.empty()),
                        body,
                        List.of(new LogLine("t", "m")),
                        OptionalDouble.of(17.5),
                        Optional.of("1000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lora_file", "high_noise_lora", "diffusers_lora_file"})
    void eachTrainerNamesItsModelInItsWay(String field) throws Exception {
        var report = loopback.result(
                Answer.of(200, "{\"%s\":\"https://v3.fal.media/l\",\"config_file\":%s}".formatted(field, CONFIG)));

        assertThat(report)
                .isInstanceOfSatisfying(
                        TrainingReport.Done.class,
                        done -> assertThat(done.lora().address()).hasToString("https://v3.fal.media/l"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"diffusers_lora_file\":{\"url\":\"https://v3.fal.media/l\"}}",
                "{\"diffusers_lora_file\":{\"url\":\"no address\"},\"config_file\":{\"url\":\"https://a.b/c\"}}",
                "{\"diffusers_lora_file\":null,\"config_file\":{\"url\":\"https://a.b/c\"}}"
            })
    void aResultWithoutAModelIsABadOne(String body) throws Exception {
        assertThat(failed(loopback.result(Answer.of(200, body))).problem()).isEqualTo(TrainingProblem.BAD_RESULT);
    }

    @Test
    void aResultThatIsNotThereYetIsWaitedFor() throws Exception {
        var report = loopback.result(Answer.of(400, "{\"detail\":\"Request is still in progress\"}"));

        assertThat(report).isInstanceOf(TrainingReport.Running.class);
    }

    @Test
    void whatFalDoesNotKnowIsUnknown() throws Exception {
        assertThat(status(404, "{\"status\":\"NOT_FOUND\"}")).isEqualTo(new TrainingReport.Unknown());
        assertThat(loopback.result(Answer.of(404, "{\"detail\":\"Request not found\"}")))
                .isEqualTo(new TrainingReport.Unknown());
        assertThat(failed(loopback.pair(
                                "{\"status\":\"COMPLETED\",\"error\":\"Invalid status code: 404\"}",
                                Answer.of(404, "{}")))
                        .problem())
                .isEqualTo(TrainingProblem.REJECTED);
    }

    static Stream<Answer> troubles() {
        return Stream.of(
                Answer.nginx(404),
                Answer.nginx(502),
                Answer.nginx(503),
                Answer.nginx(504),
                Answer.of(500, "{\"detail\":\"Internal Server Error\"}"),
                Answer.of(200, "{\"status\":"),
                Answer.of(200, "<html>"),
                Answer.of(200, "{\"status\":\"COMPLETED\"}").truncatedBy(9),
                Answer.of(418, ""),
                Answer.hangUp());
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aTroubleOnTheWayIsNoEndOfATraining(Answer trouble) {
        var ofStatus = loopback.failure(trouble);
        assertThat(ofStatus.trouble()).isEmpty();
        assertThat(ofStatus.pause()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));

        assertThat(loopback.failure(Answer.of(200, "{\"status\":\"COMPLETED\"}"), trouble)
                        .trouble())
                .isEmpty();
    }

    @Test
    void tooManyQuestionsAreNoEndOfATraining() {
        var busy = Answer.of(429, "{\"detail\":[{\"type\":\"concurrent_requests_limit\"}]}")
                .with("X-Fal-Needs-Retry", "1");

        assertThat(loopback.failure(Answer.of(200, "{\"status\":\"COMPLETED\"}"), busy))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 307})
    void aRefusedKeyNeedsTheOperator(int code) {
        var redirect = Answer.of(code, "{}").with("Location", "http://127.0.0.1:1/");

        assertThat(loopback.failure(redirect).trouble()).isPresent();
        assertThat(loopback.server.requests()).hasSize(1);
    }

    @Test
    void whatPassesIsAskedAgainAfterTheTimeAsked() throws Exception {
        var report = loopback.answering(
                        Answer.nginx(502),
                        Answer.of(429, "").with("Retry-After", "3"),
                        Answer.of(408, ""),
                        Answer.of(202, "{\"status\":\"IN_PROGRESS\"}"))
                .report(loopback.ticket());

        assertThat(report).isInstanceOf(TrainingReport.Running.class);
        assertThat(loopback.waits).hasSize(3).contains(Duration.ofSeconds(3));
    }

    @Test
    void aLongPauseIsHandedOnInsteadOfWaitedFor() {
        var failure = loopback.failure(Answer.of(503, "").with("Retry-After", "600"));

        assertThat(failure.pause()).isEqualTo(Duration.ofMinutes(10));
        assertThat(loopback.waits).isEmpty();
    }

    @Test
    void silenceIsBorneTwice() {
        var end = new CountDownLatch(1);
        loopback.server.answers(_ -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Answer.hangUp();
        });
        var trainer = loopback.trainer(loopback.roots(), Duration.ofMillis(200));

        var failure = catchThrowableOfType(ProviderUnavailable.class, () -> trainer.report(loopback.ticket()));
        end.countDown();

        assertThat(failure).hasMessageContaining("no answer");
        assertThat(loopback.server.requests()).hasSize(2);
    }

    @Test
    void theKeyStaysAtTheQueueWhateverTheTicketSays() throws Exception {
        loopback.server.answers(Answer.of(202, "{\"status\":\"IN_QUEUE\"}"));
        var elsewhere = URI.create("https://evil.example/fal-ai/x/requests/req-1/status");

        var report = loopback.trainer().report(new TrainingTicket("req-1", elsewhere, elsewhere, elsewhere));

        assertThat(report).isEqualTo(new TrainingReport.InLine(OptionalLong.empty()));
        assertThat(loopback.server.last().path()).isEqualTo("/fal-ai/x/requests/req-1/status");
    }

    private TrainingReport status(int code, String body) throws Exception {
        return loopback.answering(Answer.of(code, body)).report(loopback.ticket());
    }
}
