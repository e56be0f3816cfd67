package app.aisha.adapters.fal;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.OfferTraining;
import app.aisha.core.avatar.StartAvatarTraining;
import app.aisha.core.wallet.Receipt.Kind;
import app.aisha.core.work.OperatorAlarm.Alarm;
import app.aisha.core.work.OperatorAlarm.Trouble;
import app.aisha.simulators.fal.Fault;
import app.aisha.simulators.fal.FaultKind;
import app.aisha.simulators.fal.FaultPoint;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * F-D5: while FAL waits for its operator, or cannot be reached, one training waits and tries; nobody else's credits are set
 * aside.
 */
@Timeout(120)
@DisplayName("F-D5: FAL is out")
class FalOutageTest {

    @ParameterizedTest(name = "F-D5 {0}: said before money is held, and the operator is told once")
    @CsvSource({"UNAUTHORIZED, KEY_REFUSED", "EXHAUSTED_BALANCE, UNPAID"})
    void whoComesWhileFalIsOutIsToldBeforeMoneyIsHeld(FaultKind kind, Trouble trouble, @TempDir Path folder)
            throws Exception {
        try (var house = new FalHouse(folder, FalHouse.PATIENT)) {
            house.fal().fault(Fault.always(FaultPoint.SUBMIT, kind));
            var early = ((OfferTraining.Outcome.Offered) house.asks()).draft();
            var waiting = house.photographs("Lena");
            house.agrees();
            house.works(Duration.ofMinutes(10));
            assertThat(house.avatar()).isInstanceOf(Avatar.Queued.class);

            house.turnsTo(early.id());
            assertThat(house.asks()).isEqualTo(new OfferTraining.Outcome.TrainerOut(early));
            assertThat(house.agrees(early.heading().version()))
                    .isEqualTo(new StartAvatarTraining.Outcome.TrainerOut(early));
            assertThat(house.bookings()).containsExactly(Kind.HOLD);
            assertThat(house.alarms)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Alarm.Raised.class,
                            alarm -> assertThat(alarm.trouble()).isEqualTo(trouble));

            house.fal().clearFaults();
            house.works(Duration.ofHours(1));
            assertThat(house.alarms).hasSize(2).last().isInstanceOf(Alarm.Over.class);
            house.agrees();
            house.works(Duration.ofHours(1));
            assertThat(house.avatar()).isInstanceOf(Avatar.Ready.class);
            house.turnsTo(waiting);
            assertThat(house.avatar()).isInstanceOf(Avatar.Ready.class);
            assertThat(house.paid()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("F-D5 BAD_GATEWAY: said before money is held, and what waits goes on")
    void whoComesWhileFalCannotBeReachedIsToldBeforeMoneyIsHeld(@TempDir Path folder) throws Exception {
        try (var house = new FalHouse(folder, FalHouse.PATIENT)) {
            house.fal().fault(Fault.always(FaultPoint.SUBMIT, FaultKind.BAD_GATEWAY));
            var early = ((OfferTraining.Outcome.Offered) house.asks()).draft();
            var waiting = house.photographs("Lena");
            house.agrees();
            house.works(Duration.ofMinutes(10));
            assertThat(house.avatar()).isInstanceOf(Avatar.Queued.class);

            house.turnsTo(early.id());
            assertThat(house.asks()).isEqualTo(new OfferTraining.Outcome.TrainerOut(early));
            assertThat(house.agrees(early.heading().version()))
                    .isEqualTo(new StartAvatarTraining.Outcome.TrainerOut(early));
            assertThat(house.bookings()).containsExactly(Kind.HOLD);
            assertThat(house.alarms).isEmpty();

            house.fal().clearFaults();
            house.works(Duration.ofHours(1));
            assertThat(house.asks()).isInstanceOf(OfferTraining.Outcome.Offered.class);
            house.turnsTo(waiting);
            assertThat(house.avatar()).isInstanceOf(Avatar.Ready.class);
            assertThat(house.paid()).isEqualTo(1);
        }
    }
}
