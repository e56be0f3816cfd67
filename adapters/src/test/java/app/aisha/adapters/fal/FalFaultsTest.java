package app.aisha.adapters.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.TrainingProblem;
import app.aisha.core.wallet.Receipt.Kind;
import app.aisha.simulators.fal.Ending;
import app.aisha.simulators.fal.Fault;
import app.aisha.simulators.fal.FaultKind;
import app.aisha.simulators.fal.FaultPoint;
import app.aisha.simulators.fal.Plan;
import app.aisha.simulators.fal.WebhookPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * F-D3, what FAL answers: whatever it is, one training is paid at most, the hold ends once or stays open, and the owner is told
 * one thing. What its calls do is in {@link FalRingsTest}.
 */
@Timeout(120)
@DisplayName("F-D3: answers of FAL")
class FalFaultsTest {

    private static final Duration HASTY = Duration.ofMillis(300);

    @TempDir
    private Path folder;

    private FalHouse house;

    @BeforeEach
    void open() throws IOException {
        house = new FalHouse(folder, FalHouse.PATIENT);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void agreed(Fault fault, Duration time) throws InterruptedException {
        house.fal().fault(fault);
        house.agrees();
        house.works(time);
    }

    private void ready() {
        assertThat(house.avatar())
                .isInstanceOfSatisfying(
                        Avatar.Ready.class,
                        ready -> assertThat(house.isStored(ready)).isTrue());
        assertThat(house.paid()).isEqualTo(1);
        assertThat(house.bookings()).containsExactly(Kind.HOLD, Kind.CAPTURE);
        assertThat(house.free()).isEqualTo(HouseRules.GIFT - HouseRules.PRICE);
        assertThat(house.told()).singleElement().asString().contains("Avatar Mira is ready!");
        assertThat(house.fal().violations()).isEmpty();
    }

    private void waits() {
        assertThat(house.avatar()).isInstanceOfAny(Avatar.Queued.class, Avatar.Training.class, Avatar.Storing.class);
        assertThat(house.paid()).isLessThanOrEqualTo(1);
        assertThat(house.bookings()).containsExactly(Kind.HOLD);
        assertThat(house.held()).isEqualTo(HouseRules.PRICE);
        assertThat(house.told()).isEmpty();
    }

    private void failed(TrainingProblem problem, int paid, String words) {
        assertThat(house.avatar())
                .isInstanceOfSatisfying(
                        Avatar.Failed.class,
                        failed -> assertThat(failed.failure().problem()).isEqualTo(problem));
        assertThat(house.paid()).isEqualTo(paid);
        assertThat(house.bookings()).containsExactly(Kind.HOLD, Kind.VOID);
        assertThat(house.free()).isEqualTo(HouseRules.GIFT);
        assertThat(house.told()).singleElement().asString().contains(words, "Back on your balance: 150 credits");
    }

    @ParameterizedTest(name = "F-D3 {0} {1}: waits, then goes on")
    @CsvSource({
        "SUBMIT, UNAUTHORIZED",
        "SUBMIT, EXHAUSTED_BALANCE",
        "SUBMIT, TOO_MANY_REQUESTS",
        "SUBMIT, BAD_GATEWAY",
        "SUBMIT, PRIVATE_REDIRECT",
        "INITIATE, UNAUTHORIZED",
        "INITIATE, EXHAUSTED_BALANCE",
        "INITIATE, SERVER_ERROR",
        "UPLOAD, CUT",
        "STATUS, UNAUTHORIZED",
        "STATUS, TOO_MANY_REQUESTS",
        "STATUS, SERVER_ERROR",
        "STATUS, TIMEOUT",
        "STATUS, CUT",
        "STATUS, MALFORMED_JSON",
        "STATUS, UNKNOWN_STATUS",
        "RESULT, EXHAUSTED_BALANCE",
        "RESULT, TOO_MANY_REQUESTS",
        "RESULT, BAD_GATEWAY",
        "RESULT, HTML",
        "CDN, UNAVAILABLE"
    })
    void whatPassesIsWaitedFor(FaultPoint at, FaultKind kind) throws InterruptedException {
        agreed(Fault.always(at, kind), Duration.ofMinutes(10));
        waits();

        house.fal().clearFaults();
        house.works(Duration.ofHours(1));

        ready();
    }

    @ParameterizedTest(name = "F-D3 {0} for ever: given up before any training")
    @CsvSource({"UNAUTHORIZED", "EXHAUSTED_BALANCE", "TOO_MANY_REQUESTS"})
    void whatNeverPassesIsGivenUp(FaultKind kind) throws InterruptedException {
        agreed(Fault.always(FaultPoint.SUBMIT, kind), Duration.ofDays(1));

        failed(TrainingProblem.NO_SERVICE, 0, "The training service is not available right now.");
    }

    @ParameterizedTest(name = "F-D3 submit {0}: nobody knows, nothing is asked twice")
    @CsvSource({"SERVER_ERROR", "TIMEOUT", "CUT", "MALFORMED_JSON", "HTML", "EMPTY"})
    void whatWasPerhapsNotTakenCountsAsLost(FaultKind kind) throws InterruptedException {
        agreed(Fault.once(FaultPoint.SUBMIT, kind), Duration.ofHours(1));

        failed(TrainingProblem.LOST, 0, "there is no trace of the order");
        assertThat(house.fal().calls().stream().filter(call -> call.point() == FaultPoint.SUBMIT))
                .hasSize(1);
    }

    @ParameterizedTest(name = "F-D3 submit taken and not answered, FAL''s list {0}: found")
    @CsvSource({"true", "false"})
    void whatWasTakenAndNotAnsweredIsFound(boolean listed) throws InterruptedException {
        if (listed) {
            house.plan(Plan.nextTraining().telling(WebhookPlan.usual().lose()));
        } else {
            house.fal().fault(Fault.always(FaultPoint.PLATFORM, FaultKind.UNAUTHORIZED));
        }
        agreed(Fault.once(FaultPoint.SUBMIT, FaultKind.ACT_THEN_CUT), Duration.ZERO);
        if (!listed) {
            house.door.hears(1);
        }
        house.works(Duration.ofHours(1));

        ready();
    }

    @ParameterizedTest(name = "F-D3 {0} answers too late")
    @CsvSource({"INITIATE", "SUBMIT", "STATUS", "RESULT", "CDN"})
    void whatIsTooSlowIsAskedForAgainButNeverATraining(FaultPoint at) throws Exception {
        house.close();
        house = new FalHouse(folder, HASTY);

        agreed(Fault.once(at, FaultKind.SLOW).pausing(1_000), Duration.ofHours(1));

        ready();
    }

    @ParameterizedTest(name = "F-D3 {0}")
    @MethodSource
    void whatEndsWithoutAModelCostsNothing(String name, Ending ending, TrainingProblem problem, String words)
            throws InterruptedException {
        house.plan(Plan.nextTraining().ending(ending));
        house.agrees();
        house.works(Duration.ofHours(1));

        failed(problem, 1, words);
    }

    static Stream<Arguments> whatEndsWithoutAModelCostsNothing() {
        return Stream.of(
                arguments(
                        "422 by policy",
                        new Ending.ModelError(422, "content_policy_violation", "no"),
                        TrainingProblem.CONTENT,
                        "they show something it does not allow"),
                arguments(
                        "422 about the archive",
                        new Ending.ModelError(422, "file_download_error", "no"),
                        TrainingProblem.PHOTOS_UNUSABLE,
                        "could not use these photos"),
                arguments(
                        "422 about a parameter",
                        new Ending.ModelError(422, "greater_than", "no"),
                        TrainingProblem.REJECTED,
                        "the mistake is on our side"),
                arguments(
                        "500 of the model",
                        new Ending.ModelError(500, "internal_server_error", "no"),
                        TrainingProblem.BROKE_DOWN,
                        "broke down in the middle"),
                arguments(
                        "503 of the runner",
                        new Ending.RequestError(503, "runner_disconnected", "no"),
                        TrainingProblem.BROKE_DOWN,
                        "broke down in the middle"),
                arguments(
                        "result without a LoRA",
                        new Ending.WithoutLora(),
                        TrainingProblem.BAD_RESULT,
                        "a result that cannot be used"));
    }

    @Test
    @DisplayName("F-D3 422 to the request itself")
    void aRequestThatIsRefusedCostsNothing() throws InterruptedException {
        agreed(Fault.once(FaultPoint.SUBMIT, FaultKind.UNPROCESSABLE), Duration.ofHours(1));

        failed(TrainingProblem.REJECTED, 0, "the mistake is on our side");
    }

    @ParameterizedTest(name = "F-D3 LoRA {0}: never ready with it")
    @CsvSource({
        "NOT_FOUND, 404",
        "HTML, is a page",
        "EMPTY, is empty",
        "HUGE, larger than",
        "PRIVATE_REDIRECT, redirected to 10.0.0.1",
        "REDIRECT, redirected to elsewhere.invalid"
    })
    void aModelThatIsNoneIsGivenUp(FaultKind kind, String why) throws InterruptedException {
        agreed(Fault.always(FaultPoint.CDN, kind).on("safetensors"), Duration.ofHours(8));

        failed(TrainingProblem.BAD_RESULT, 1, "a result that cannot be used");
        assertThat(((Avatar.Failed) house.avatar()).failure().detail()).contains(why);
    }

    @ParameterizedTest(name = "F-D3 LoRA {0} at first: fetched again")
    @CsvSource({"NOT_FOUND", "HTML", "EMPTY", "HUGE", "TRUNCATED", "PRIVATE_REDIRECT"})
    void aModelThatComesLaterIsTaken(FaultKind kind) throws InterruptedException {
        agreed(Fault.always(FaultPoint.CDN, kind).on("safetensors"), Duration.ofMinutes(5));
        waits();

        house.fal().clearFaults();
        house.works(Duration.ofHours(1));

        ready();
    }
}
