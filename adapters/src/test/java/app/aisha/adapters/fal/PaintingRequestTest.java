package app.aisha.adapters.fal;

import static app.aisha.adapters.fal.PainterAtFal.at;
import static app.aisha.adapters.fal.PainterAtFal.edit;
import static app.aisha.adapters.fal.PainterAtFal.generation;
import static app.aisha.adapters.fal.TrainerOnLoopback.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.aisha.adapters.fal.FalDouble.Answer;
import app.aisha.adapters.fal.PaintingSettings.Effort;
import app.aisha.adapters.fal.PaintingSettings.Efforts;
import app.aisha.core.account.AspectRatio;
import app.aisha.core.picture.Painter.Submission;
import app.aisha.core.picture.PaintingOrder;
import app.aisha.core.picture.PaintingReport;
import app.aisha.core.picture.PaintingTicket;
import app.aisha.core.picture.PictureProblem;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.work.ProviderUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to FAL about a picture, byte by byte, and how its answers are read. */
class PaintingRequestTest {

    private static final URI LORA = URI.create("https://v3.fal.media/files/r/l.safetensors");
    private static final URI PHOTO = URI.create("https://v3.fal.media/files/r/a.jpg?sig=private");
    private static final PaintingOrder ORDER = generation(LORA, "TOK_ab12 \"reads\"", AspectRatio.TALL, 2147483647L);
    private static final Answer ACCEPTED = Answer.of(200, "{\"status\":\"IN_QUEUE\",\"request_id\":\"r\"}");

    private final TrainerOnLoopback loopback = new TrainerOnLoopback();

    PaintingRequestTest() throws IOException {}

    @AfterEach
    void stop() {
        loopback.close();
    }

    static Stream<Arguments> inputs() {
        var begin = """
            {"prompt":"TOK_ab12 \\"reads\\"","loras":[{"path":"https://v3.fal.media/files/r/l.safetensors","scale":1.0}],
            "image_size":{"width":720,"height":1280},\
            """;
        var end = "\"seed\":2147483647,\"num_images\":1,\"enable_safety_checker\":true,";
        var flux = begin + "\"num_inference_steps\":28,\"guidance_scale\":3.5," + end + "\"output_format\":\"jpeg\"}";
        return Stream.of(
                Arguments.of(ORDER, flux),
                Arguments.of(
                        at("fal-ai/flux-2/lora", ORDER),
                        begin + "\"num_inference_steps\":28,\"guidance_scale\":2.5," + end
                                + "\"enable_prompt_expansion\":false,\"output_format\":\"jpeg\"}"),
                Arguments.of(
                        at("fal-ai/z-image/turbo/lora", ORDER),
                        begin + "\"num_inference_steps\":6," + end + "\"output_format\":\"jpeg\"}"),
                Arguments.of(at("fal-ai/z-image/base/lora", ORDER), flux.replace("3.5", "5.0")),
                Arguments.of(at("fal-ai/flux-2/klein/9b/base/lora", ORDER), flux.replace("3.5", "5.0")),
                Arguments.of(
                        edit(List.of(PHOTO, PHOTO), "a \n b", AspectRatio.LANDSCAPE, 0), """
                            {"prompt":"a \\n b","image_urls":["%s","%s"],"aspect_ratio":"4:3","seed":0,"num_images":1,
                            "output_format":"jpeg"}\
                            """.formatted(PHOTO, PHOTO)));
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void eachEndpointHasItsFields(PaintingOrder order, String input) throws Exception {
        loopback.server.answers(ACCEPTED);
        loopback.painter().submit(order);

        var request = loopback.server.last();
        assertThat(request.uri()).hasToString("/" + order.endpoint());
        assertThat(request.header("Authorization")).isEqualTo("Key " + KEY);
        assertThat(request.body()).isEqualToIgnoringWhitespace(input);
        assertThat(request.body()).isEqualTo(loopback.painter().input(order));
    }

    @Test
    void qualityIsPaidInSteps() {
        assertThat(steps(Quality.FAST)).isEqualTo(20);
        assertThat(steps(Quality.BALANCED)).isEqualTo(28);
        assertThat(steps(Quality.QUALITY)).isEqualTo(40);
        var nine = new Efforts(new Effort(4, 0), new Effort(6, 0), new Effort(9, 0));
        var usual = PaintingSettings.USUAL;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaintingSettings(
                        usual.instant(), usual.flux(), usual.flux2(), usual.base(), nine, usual.strength()))
                .withMessageContaining("1 to 8");
    }

    private static int steps(Quality quality) {
        return PaintingSettings.USUAL.flux().of(quality).steps();
    }

    @Test
    void aPictureIsReadWithAllThatIsSaidOfIt() throws Exception {
        assertThat(result(Answer.of(200, """
            {"images":[{"url":"https://v3b.fal.media/files/b/1.jpg","width":720,"height":1280}],
            "seed":196619188014358660,"has_nsfw_concepts":[true],"prompt":"p"}\
            """).with("X-Fal-Billable-Units", "1")))
                .isEqualTo(new PaintingReport.Done(
                        URI.create("https://v3b.fal.media/files/b/1.jpg"),
                        true,
                        OptionalLong.of(196_619_188_014_358_660L),
                        OptionalDouble.of(1.5),
                        Optional.of("1")));
        assertThat(result(Answer.of(200, "{\"images\":[{\"url\":\"https://fal.media/1.png\"}],\"description\":\"\"}")))
                .isEqualTo(new PaintingReport.Done(
                        URI.create("https://fal.media/1.png"),
                        false,
                        OptionalLong.empty(),
                        OptionalDouble.of(1.5),
                        Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"images\":[]}",
                "{\"images\":[{\"url\":\"data:image/png;base64,AAAA\"}]}",
                "{\"images\":[{\"url\":\"http://v3.fal.media/1.jpg\"}]}",
                "{\"images\":[{\"url\":\"https://fal.media.evil.example/1.jpg\"}]}",
                "{\"images\":[{\"url\":\"https://user@fal.media/1.jpg\"}]}",
                "{\"images\":[{\"url\":\"https://10.0.0.1/1.jpg\"}]}"
            })
    void aResultWithoutAPictureOfFalIsABadOne(String body) throws Exception {
        assertThat(result(Answer.of(200, body)))
                .isInstanceOfSatisfying(
                        PaintingReport.Failed.class,
                        failed -> assertThat(failed.problem()).isEqualTo(PictureProblem.BAD_RESULT));
    }

    @ParameterizedTest
    @CsvSource({
        "fal-ai/flux-lora, MODEL_GONE",
        "fal-ai/z-image, MODEL_GONE",
        "fal-ai/nano-banana, PHOTOS_UNUSABLE",
        "fal-ai/nano-banana-2/edit, PHOTOS_UNUSABLE"
    })
    void aFileFalDoesNotNameIsTheOnlyOneItWasGiven(String endpoint, PictureProblem problem) throws Exception {
        var flat = Answer.of(422, "{\"detail\":\"Could not load from url: https://v3.fal.media/a?sig=private\"}");

        var failed = (PaintingReport.Failed) result(endpoint, flat);

        assertThat(failed.problem()).isEqualTo(problem);
        assertThat(failed.detail()).startsWith("HTTP 422").doesNotContain("private");
    }

    @Test
    void theStatusIsAskedWithoutItsLog() throws Exception {
        loopback.server.answers(Answer.of(202, "{\"status\":\"IN_QUEUE\",\"queue_position\":2,\"logs\":null}"));

        assertThat(loopback.painter().report(ticket("fal-ai/flux-lora")))
                .isEqualTo(new PaintingReport.InLine(OptionalLong.of(2)));
        assertThat(loopback.server.last().uri()).hasToString("/fal-ai/flux-lora/requests/r/status");
    }

    @Test
    void whileTheOperatorIsNeededOneTryEachPauseGoesThrough() throws Exception {
        var locked = Answer.of(403, "{\"detail\":\"User is locked. Reason: Exhausted balance. Top up\"}");
        loopback.server.answers(locked, locked, ACCEPTED);
        var painter = loopback.painter();

        for (var tries = 0; tries < 3; tries++) {
            var failure = catchThrowableOfType(ProviderUnavailable.class, () -> painter.submit(ORDER));
            assertThat(failure.trouble().isPresent()).isTrue();
            assertThat(failure).hasMessageContaining("balance");
            assertThat(failure.pause()).isEqualTo(Duration.ofMinutes(2));
        }
        assertThat(loopback.server.requests()).hasSize(1);
        var photo = Path.of("there is no such photo");
        assertThatThrownBy(() -> painter.upload(photo, "a.jpg")).isInstanceOf(ProviderUnavailable.class);
        loopback.now = loopback.now.plusSeconds(121);
        assertThatThrownBy(() -> painter.submit(ORDER)).isInstanceOf(ProviderUnavailable.class);
        loopback.now = loopback.now.plusSeconds(121);
        assertThatThrownBy(() -> painter.upload(photo, "a.jpg")).isInstanceOf(UncheckedIOException.class);

        assertThat(painter.submit(ORDER)).isInstanceOf(Submission.Accepted.class);
        assertThat(loopback.server.requests()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"401, true", "429, false"})
    void aSubmissionThatWasSurelyNotAcceptedMayBeRepeated(int status, boolean operator) {
        loopback.server.answers(Answer.of(status, "{\"detail\":\"no\"}"));

        var failure = catchThrowableOfType(
                ProviderUnavailable.class, () -> loopback.painter().submit(ORDER));

        assertThat(failure.trouble().isPresent()).isEqualTo(operator);
        assertThat(loopback.server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"404, NO_SERVICE", "400, REJECTED", "422, CONTENT"})
    void aRefusalIsFinal(int status, PictureProblem problem) throws Exception {
        loopback.server.answers(Answer.of(
                status,
                status == 422
                        ? "{\"detail\":[{\"loc\":[\"body\",\"prompt\"],\"type\":\"content_policy_violation\"}]}"
                        : "{\"detail\":\"no\"}"));

        assertThat(loopback.painter().submit(ORDER))
                .isInstanceOfSatisfying(
                        Submission.Refused.class,
                        refused -> assertThat(refused.problem()).isEqualTo(problem));
    }

    @Test
    void lostPaintingsAreThoseWithTheSameInputTheLatestFirst() throws Exception {
        var shown = loopback.painter().input(ORDER);
        loopback.server.answers(Answer.of(200, """
            {"items":[{"request_id":"r0"},{"request_id":"r1","json_input":%s},{"request_id":"r2","json_input":%s},
            {"request_id":"r3","json_input":%s},{"request_id":"r4","json_input":%s}],"has_more":false}\
            """.formatted(
                        shown.replace("2147483647", "2147483646"),
                        shown.replace("1280", "720"),
                        shown.replace("1.0", "1").replace("{\"prompt", "{\"acceleration\":\"none\",\"prompt"),
                        shown)));

        assertThat(loopback.painter().find(ORDER.endpoint(), shown, loopback.now))
                .containsExactly(ticket("fal-ai/flux-lora", "r3"), ticket("fal-ai/flux-lora", "r4"));
    }

    private PaintingReport result(Answer answer) throws Exception {
        return result("fal-ai/flux-lora", answer);
    }

    private PaintingReport result(String endpoint, Answer answer) throws Exception {
        loopback.server.answers(
                Answer.of(200, "{\"status\":\"COMPLETED\",\"metrics\":{\"inference_time\":1.5}}"), answer);
        return loopback.painter().report(ticket(endpoint));
    }

    private PaintingTicket ticket(String endpoint) {
        return ticket(endpoint, "r");
    }

    private PaintingTicket ticket(String endpoint, String id) {
        return new FalTickets(loopback.server.base()).of(endpoint, id).forPainting();
    }
}
