package app.aisha.adapters.fal;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.TrainingProblem;
import app.aisha.core.wallet.Receipt.Kind;
import app.aisha.simulators.fal.Fault;
import app.aisha.simulators.fal.FaultKind;
import app.aisha.simulators.fal.FaultPoint;
import app.aisha.simulators.fal.Plan;
import app.aisha.simulators.fal.WebhookPlan;
import app.aisha.simulators.fal.WebhookPlan.Tampering;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F-D4: FAL hangs for hours. The owner gets the credits back and is told, and what comes late is delivered for nothing. */
@Timeout(120)
@DisplayName("F-D4: FAL hangs for hours")
class FalHangsTest {

    private static final String WORD = "Should it end well after all, the avatar is yours for nothing.";

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

    private void failed(TrainingProblem problem, String words) {
        assertThat(house.avatar())
                .isInstanceOfSatisfying(
                        Avatar.Failed.class,
                        failed -> assertThat(failed.failure().problem()).isEqualTo(problem));
        assertThat(house.paid()).isEqualTo(1);
        assertThat(house.bookings()).containsExactly(Kind.HOLD, Kind.VOID);
        assertThat(house.free()).isEqualTo(HouseRules.GIFT);
        assertThat(house.told()).singleElement().asString().contains(words);
    }

    private void readyForNothing() {
        assertThat(house.avatar())
                .isInstanceOfSatisfying(
                        Avatar.Ready.class,
                        ready -> assertThat(house.isStored(ready)).isTrue());
        assertThat(house.paid()).isEqualTo(1);
        assertThat(house.bookings()).containsExactly(Kind.HOLD, Kind.VOID);
        assertThat(house.free()).isEqualTo(HouseRules.GIFT);
        assertThat(house.told()).hasSize(2).last().asString().contains("Avatar Mira is ready!");
    }

    private long cancels() {
        return house.fal().calls().stream()
                .filter(call -> call.point() == FaultPoint.CANCEL && call.status() == 202)
                .count();
    }

    @Test
    @DisplayName("F-D4 the deadline ends it, a late success is delivered for nothing")
    void aTrainingThatHangsIsEndedOnceAndMayStillComeLate() throws InterruptedException {
        house.plan(Plan.nextTraining().hold().ignoringCancel());
        house.agrees();
        house.works(HouseRules.PATIENCE.longest().minusMinutes(1));
        assertThat(house.avatar()).isInstanceOf(Avatar.Training.class);
        assertThat(house.bookings()).containsExactly(Kind.HOLD);
        assertThat(cancels()).isZero();

        house.works(Duration.ofHours(1));
        failed(TrainingProblem.TIMEOUT, WORD);
        assertThat(cancels()).isEqualTo(1);

        house.releases();
        house.door.hears(1);
        house.works(Duration.ofHours(1));
        readyForNothing();
    }

    @Test
    @DisplayName("F-D4 the deadline holds where FAL does not even let it be cancelled")
    void aCancelThatIsNotHeardDoesNotPostponeTheEnd() throws InterruptedException {
        house.fal().fault(Fault.always(FaultPoint.CANCEL, FaultKind.SERVER_ERROR));
        house.plan(Plan.nextTraining().hold());
        house.agrees();
        house.works(HouseRules.PATIENCE.longest().plusMinutes(15));

        failed(TrainingProblem.TIMEOUT, WORD);
    }

    @Test
    @DisplayName("F-D4 FAL says for ever that it is at work, though it is not")
    void aStatusThatIsStuckEndsAtTheDeadline() throws InterruptedException {
        house.fal().fault(Fault.always(FaultPoint.STATUS, FaultKind.STUCK));
        house.plan(Plan.nextTraining().telling(WebhookPlan.usual().lose()));
        house.agrees();
        house.works(Duration.ofHours(5));
        failed(TrainingProblem.TIMEOUT, WORD);

        house.fal().clearFaults();
        assertThat(house.fal().resendWebhook(house.request(), Tampering.NONE).status())
                .isEqualTo(200);
        house.works(Duration.ofHours(1));
        readyForNothing();
    }

    @ParameterizedTest(name = "F-D4 FAL is away after it took the training: {0}")
    @ValueSource(strings = {"CUT", "SERVER_ERROR", "UNAUTHORIZED"})
    void aTrainerThatIsAwayForHoursIsGivenUp(FaultKind kind) throws InterruptedException {
        house.plan(Plan.nextTraining().hold());
        house.agrees();
        house.works(Duration.ofMinutes(5));
        for (var point : FaultPoint.values()) {
            house.fal().fault(Fault.always(point, kind));
        }
        house.works(HouseRules.PATIENCE.longest().multipliedBy(2).plusMinutes(5));
        failed(TrainingProblem.NO_SERVICE, "The training service is not available right now.");

        house.fal().clearFaults();
        house.releases();
        house.door.hears(1);
        house.works(Duration.ofHours(1));
        readyForNothing();
    }
}
