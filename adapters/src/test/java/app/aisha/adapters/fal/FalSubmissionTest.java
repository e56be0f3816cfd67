package app.aisha.adapters.fal;

import static app.aisha.adapters.fal.TrainerOnLoopback.ENDPOINT;
import static app.aisha.adapters.fal.TrainerOnLoopback.KEY;
import static app.aisha.adapters.fal.TrainerOnLoopback.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.aisha.adapters.fal.FalDouble.Answer;
import app.aisha.adapters.fal.FalSettings.Roots;
import app.aisha.core.avatar.AvatarTrainer.Submission;
import app.aisha.core.avatar.TrainerBackend;
import app.aisha.core.avatar.TrainerBackend.Dialect;
import app.aisha.core.avatar.TrainingProblem;
import app.aisha.core.work.OperatorAlarm.Alarm;
import app.aisha.core.work.OperatorAlarm.Service;
import app.aisha.core.work.OperatorAlarm.Trouble;
import app.aisha.core.work.ProviderUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FalSubmissionTest {

    private final TrainerOnLoopback loopback = new TrainerOnLoopback();

    FalSubmissionTest() throws IOException {}

    @AfterEach
    void stop() {
        loopback.close();
    }

    @Test
    void oneRequestCarriesTheInputTheHookAndTheKey() throws Exception {
        var submission = loopback.answering(accepted("req-9", "")).submit(ORDER);

        var request = loopback.server.last();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.uri())
                .hasToString("/" + ENDPOINT + "?fal_webhook=https%3A%2F%2Fbot.example%2Ffal%2F7%3Ft%3Da%2Bb");
        assertThat(request.header("Authorization")).isEqualTo("Key " + KEY);
        assertThat(request.header("X-Fal-Object-Lifecycle-Preference"))
                .isEqualTo("{\"expiration_duration_seconds\":2592000}");
        assertThat(request.headers()).doesNotContainKey("X-fal-store-io");
        assertThat(submission)
                .isEqualTo(new Submission.Accepted(
                        loopback.trainer().ticket(ORDER.recipe().backend(), "req-9")));
        assertThat(request.body()).isEqualTo(loopback.trainer().input(ORDER));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void eachDialectHasItsFields(Dialect dialect, String archive, String input) throws Exception {
        var backend = new TrainerBackend("fal-ai/some-trainer/v2", "fal-ai/flux-lora", dialect);

        loopback.answering(accepted("a", "")).submit(TrainerOnLoopback.order(backend, URI.create(archive)));

        assertThat(loopback.server.last().path()).isEqualTo("/fal-ai/some-trainer/v2");
        assertThat(loopback.server.last().body()).isEqualToIgnoringWhitespace(input);
    }

    static Stream<Arguments> inputs() {
        var signed = "https://f.fal.media/a.zip?s=1";
        return Stream.of(
                arguments(Dialect.PORTRAIT, "https://f.fal.media/a.zip", """
                    {"images_data_url":"https://f.fal.media/a.zip","trigger_phrase":"TOK_ab12",
                    "learning_rate":2.0E-4,"steps":1000,"multiresolution_training":true,"subject_crop":true,
                    "create_masks":false}\
                    """),
                arguments(Dialect.FAST, signed, """
                    {"images_data_url":"%s","trigger_word":"TOK_ab12","steps":1000,"create_masks":false,
                    "is_style":false,"data_archive_format":"zip"}\
                    """.formatted(signed)),
                arguments(Dialect.CAPTIONED, signed, """
                    {"image_data_url":"%s","default_caption":"photo of TOK_ab12 person","steps":1000,
                    "learning_rate":2.0E-4}\
                    """.formatted(signed)));
    }

    private static Arguments arguments(Object... values) {
        return Arguments.of(values);
    }

    @Test
    void theAddressesOfFalAreKeptVerbatimWhereTheyAreOnItsQueue() throws Exception {
        var named = loopback.server.at("/" + ENDPOINT + "/deep/requests/r1/status");
        var answer = accepted("r1", """
            ,"status_url":"%s","response_url":"https://evil.example/fal-ai/x/requests/r1",
            "cancel_url":"%s@evil.example/requests/r1/cancel"
            """.formatted(named, loopback.server.base()));

        var ticket = ((Submission.Accepted) loopback.answering(answer).submit(ORDER)).ticket();

        assertThat(ticket.status()).isEqualTo(named);
        assertThat(ticket.result()).isEqualTo(loopback.server.at("/" + ENDPOINT + "/requests/r1"));
        assertThat(ticket.cancel()).isEqualTo(loopback.server.at("/" + ENDPOINT + "/requests/r1/cancel"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{\"status\":\"IN_QUEUE\"}",
                "{\"request_id\":\"../../x\"}",
                "{\"request_id\":{}}"
            })
    void anAnswerThatNamesNoRequestIsNoLicenceToAskAgain(String body) throws Exception {
        assertThat(loopback.answering(Answer.of(200, body)).submit(ORDER)).isInstanceOf(Submission.Uncertain.class);
        assertThat(loopback.server.requests()).hasSize(1);
    }

    static Stream<Answer> doubtful() {
        return Stream.of(
                Answer.of(500, "{\"detail\":\"Internal Server Error\"}"),
                Answer.of(502, "{\"detail\":\"x\"}"),
                Answer.nginx(503).with("x-fal-request-id", "r"),
                Answer.of(504, "{\"detail\":\"Request timed out\",\"error_type\":\"request_timeout\"}"),
                Answer.nginx(500),
                Answer.nginx(504),
                Answer.of(408, ""),
                Answer.of(409, ""),
                Answer.of(200, "{\"request_id\":\"r1\"").truncatedBy(30),
                Answer.hangUp());
    }

    @ParameterizedTest
    @MethodSource("doubtful")
    void whatMayHaveBeenAcceptedIsNotRepeated(Answer answer) throws Exception {
        assertThat(loopback.answering(answer).submit(ORDER)).isInstanceOf(Submission.Uncertain.class);
        assertThat(loopback.server.requests()).hasSize(1);
    }

    @Test
    void silenceIsDoubtToo() throws Exception {
        var end = new CountDownLatch(1);
        loopback.server.answers(_ -> {
            awaitQuietly(end);
            return accepted("late", "");
        });

        var submission =
                loopback.trainer(loopback.roots(), Duration.ofMillis(300)).submit(ORDER);
        end.countDown();

        assertThat(submission).isInstanceOf(Submission.Uncertain.class);
        assertThat(loopback.server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503})
    void thePageOfTheProxyBeforeFalMeansThatNothingWasAccepted(int status) {
        var failure = failure(Answer.nginx(status));

        assertThat(failure.trouble()).isEmpty();
        assertThat(failure.pause()).isEqualTo(Duration.ofMinutes(1));
        assertThat(loopback.server.requests()).hasSize(1);
    }

    @Test
    void tooManyRequestsWaitAsLongAsTheyAreTold() {
        assertThat(failure(Answer.of(429, "{}").with("Retry-After", "300")).pause())
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(loopback.server.requests()).hasSize(1);
    }

    @Test
    void aConnectionThatNeverWasSendsNothing() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        for (var queue : List.of("http://127.0.0.1:" + free, "http://nobody.invalid")) {
            var roots = new Roots(
                    URI.create(queue),
                    loopback.roots().rest(),
                    loopback.roots().platform(),
                    loopback.roots().jwks());
            var failure = catchThrowableOfType(
                    ProviderUnavailable.class, () -> loopback.trainer(roots).submit(ORDER));

            assertThat(failure).as(queue).hasMessageContaining("no connection");
            assertThat(failure.trouble()).isEmpty();
        }
    }

    static Stream<Arguments> operatorsBusiness() {
        var locked = "{\"detail\":\"User is locked. Reason: Exhausted balance. Top up your balance\"}";
        return Stream.of(
                arguments(Answer.of(401, "{\"detail\":\"invalid key credentials\"}"), "FAL_API_KEY"),
                arguments(Answer.of(403, locked), "balance"),
                arguments(Answer.of(403, "{\"detail\":\"forbidden\"}"), "scope"),
                arguments(Answer.of(402, ""), "balance"),
                arguments(Answer.of(407, ""), "HTTP_PROXY_URL"),
                arguments(Answer.of(307, "").with("Location", "http://127.0.0.1:1/elsewhere"), "FAL_QUEUE_URL"));
    }

    @ParameterizedTest
    @MethodSource("operatorsBusiness")
    void whatOnlyTheOperatorCanMendIsSaidWithoutTheKey(Answer answer, String word) {
        var failure = failure(answer);

        assertThat(failure.trouble()).isPresent();
        assertThat(failure).hasMessageContaining(word);
        assertThat(failure.getMessage()).doesNotContain("key-secret", "?");
        assertThat(loopback.server.requests()).hasSize(1);
    }

    @Test
    void whileTheOperatorIsNeededOneTryEachPauseGoesThrough() throws Exception {
        var trainer = loopback.answering(Answer.of(401, "{}"), Answer.of(401, "{}"), accepted("r", ""));

        for (var tries = 0; tries < 3; tries++) {
            assertThatThrownBy(() -> trainer.submit(ORDER)).isInstanceOf(ProviderUnavailable.class);
        }
        assertThat(loopback.server.requests()).hasSize(1);
        loopback.now = loopback.now.plusSeconds(121);
        assertThatThrownBy(() -> trainer.submit(ORDER)).isInstanceOf(ProviderUnavailable.class);
        var archive = Path.of("there is no such archive");
        assertThatThrownBy(() -> trainer.upload(archive, "a.zip")).isInstanceOf(ProviderUnavailable.class);
        loopback.now = loopback.now.plusSeconds(121);
        assertThatThrownBy(() -> trainer.upload(archive, "a.zip"))
                .as("an archive does not take the try of its request")
                .isInstanceOf(UncheckedIOException.class);

        assertThat(trainer.submit(ORDER)).isInstanceOf(Submission.Accepted.class);
        assertThat(trainer.submit(ORDER)).isInstanceOf(Submission.Accepted.class);
        assertThat(loopback.server.requests()).hasSize(4);
        assertThat(loopback.alarms.stream().map(Object::getClass))
                .containsExactly(Alarm.Raised.class, Alarm.Over.class);
        assertThat(loopback.alarms).allSatisfy(alarm -> {
            assertThat(alarm.service()).isEqualTo(Service.IMAGES);
            assertThat(alarm.trouble()).isEqualTo(Trouble.KEY_REFUSED);
            assertThat(alarm.sentence()).contains("FAL_API_KEY").doesNotContain("key-secret");
        });
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments(404, "{\"detail\":\"Application \\\"x\\\" not found\"}", TrainingProblem.NO_SERVICE),
                arguments(405, "", TrainingProblem.NO_SERVICE),
                arguments(400, "{\"detail\":\"bad\"}", TrainingProblem.REJECTED),
                arguments(413, "", TrainingProblem.REJECTED),
                arguments(
                        422,
                        "{\"detail\":[{\"loc\":[\"body\",\"steps\"],\"msg\":\"m\",\"type\":\"less_than_equal\"}]}",
                        TrainingProblem.REJECTED),
                arguments(
                        422,
                        "{\"detail\":[{\"loc\":[\"body\"],\"msg\":\"m\",\"type\":\"content_policy_violation\"}]}",
                        TrainingProblem.CONTENT));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsFinal(int status, String body, TrainingProblem problem) throws Exception {
        var submission = loopback.answering(Answer.of(status, body)).submit(ORDER);

        assertThat(submission)
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    private ProviderUnavailable failure(Answer answer) {
        return catchThrowableOfType(
                ProviderUnavailable.class, () -> loopback.answering(answer).submit(ORDER));
    }

    private static Answer accepted(String id, String more) {
        return Answer.of(200, "{\"status\":\"IN_QUEUE\",\"request_id\":\"%s\"%s}".formatted(id, more));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
