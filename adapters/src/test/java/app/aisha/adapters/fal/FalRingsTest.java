package app.aisha.adapters.fal;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarJob;
import app.aisha.core.wallet.Receipt.Kind;
import app.aisha.simulators.fal.FaultPoint;
import app.aisha.simulators.fal.Plan;
import app.aisha.simulators.fal.WebhookPlan;
import app.aisha.simulators.fal.WebhookPlan.Tampering;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** F-D3, when FAL calls: early, late, often, never, or to say something else than its result; and F-W, who else calls. */
@Timeout(120)
@DisplayName("F-D3: calls of FAL")
class FalRingsTest {

    private static final Duration HOUR = Duration.ofHours(1);

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

    private void trains(WebhookPlan calls) throws InterruptedException {
        house.plan(Plan.nextTraining().telling(calls));
        house.agrees();
        house.works(HOUR);
    }

    private void readyOnce() {
        assertThat(house.avatar())
                .isInstanceOfSatisfying(
                        Avatar.Ready.class,
                        ready -> assertThat(house.isStored(ready)).isTrue());
        assertThat(house.paid()).isEqualTo(1);
        assertThat(house.bookings()).containsExactly(Kind.HOLD, Kind.CAPTURE);
        assertThat(house.told()).singleElement().asString().contains("Avatar Mira is ready!");
    }

    @Test
    @DisplayName("F-D3 15-s rule: a call is answered before any work is done")
    void aCallDoesNotWaitForTheWork() throws InterruptedException {
        house.plan(Plan.nextTraining().hold());
        house.agrees();
        house.works(Duration.ofMinutes(5));

        house.releases();
        house.door.hears(1);

        Awaiting.until("the delivery", () -> !house.fal().deliveries().isEmpty());
        assertThat(house.fal().deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.attempt()).isEqualTo(1);
            assertThat(delivery.status()).isEqualTo(200);
        });
        assertThat(house.avatar()).isInstanceOf(Avatar.Training.class);
        assertThat(house.jobs.line()).hasAtLeastOneElementOfType(AvatarJob.Rung.class);
        house.works(Duration.ZERO);
        readyOnce();
    }

    @Test
    @DisplayName("F-D3 call before the request is answered")
    void aCallMayComeBeforeTheAnswer() throws InterruptedException {
        trains(WebhookPlan.usual().beforeTheAnswer());

        assertThat(house.door.answers()).contains(200);
        readyOnce();
    }

    @Test
    @DisplayName("F-D3 no call at all")
    void aCallMayNeverCome() throws InterruptedException {
        trains(WebhookPlan.usual().lose());

        assertThat(house.door.answers()).isEmpty();
        readyOnce();
    }

    @Test
    @DisplayName("F-D3 call twice")
    void aCallMayComeTwice() throws InterruptedException {
        trains(WebhookPlan.usual().copies(2));
        house.door.hears(2);
        house.works(HOUR);

        assertThat(house.door.answers()).containsExactly(200, 200);
        readyOnce();
    }

    @Test
    @DisplayName("F-D3 call after a look has finished the training")
    void aCallMayComeAfterTheEnd() throws InterruptedException {
        trains(WebhookPlan.usual().lose());
        readyOnce();
        var version = house.avatar().heading().version();

        assertThat(house.fal().resendWebhook(house.request(), Tampering.NONE).status())
                .isEqualTo(200);
        house.works(HOUR);

        assertThat(house.avatar().heading().version()).isEqualTo(version);
        readyOnce();
    }

    @Test
    @DisplayName("F-D3 ERROR after OK")
    void anErrorAfterASuccessChangesNothing() throws InterruptedException {
        trains(WebhookPlan.usual());
        house.door.hears(1);
        readyOnce();

        assertThat(house.fal()
                        .resendWebhook(house.request(), Tampering.CONTRADICTING)
                        .status())
                .isEqualTo(200);
        house.works(HOUR);

        readyOnce();
    }

    @Test
    @DisplayName("F-D3 ERROR instead of OK: the result decides")
    void aCallThatLiesIsNotBelieved() throws InterruptedException {
        trains(WebhookPlan.usual().tamper(Tampering.CONTRADICTING));
        house.door.hears(1);
        house.works(HOUR);

        readyOnce();
    }

    @Test
    @DisplayName("F-D3 OK after cancel")
    void aSuccessAfterACancelChangesNothing() throws InterruptedException {
        house.plan(Plan.nextTraining().hold().ignoringCancel());
        house.agrees();
        house.works(Duration.ofMinutes(5));
        house.cancels();
        house.works(Duration.ofMinutes(5));
        assertThat(house.fal().calls().stream().filter(call -> call.point() == FaultPoint.CANCEL))
                .hasSize(1);

        house.releases();
        house.door.hears(1);
        house.works(HOUR);

        assertThat(house.avatar()).isInstanceOf(Avatar.Cancelled.class);
        assertThat(house.paid()).isEqualTo(1);
        assertThat(house.bookings()).containsExactly(Kind.HOLD, Kind.VOID);
        assertThat(house.free()).isEqualTo(HouseRules.GIFT);
        assertThat(house.told()).singleElement().asString().contains("the training was cancelled");
    }

    @Test
    @DisplayName("F-W: a call that is repeated elsewhere or later")
    void aCallThatWasOverheardIsOfNoUse() throws IOException, InterruptedException {
        trains(WebhookPlan.usual());
        house.door.hears(1);
        house.works(HOUR);

        assertThat(house.door.repeated("/fal/%s/1".formatted(UUID.randomUUID()))).isEqualTo(200);
        house.works(HOUR.dividedBy(2));
        readyOnce();
        house.clock.advance(Duration.ofSeconds(301));
        assertThat(house.door.repeated("/fal/%s/1".formatted(house.avatar().id().value())))
                .isEqualTo(401);
        readyOnce();
    }
}
