package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.simulators.fal.Ending;
import app.aisha.simulators.fal.Fault;
import app.aisha.simulators.fal.FaultKind;
import app.aisha.simulators.fal.FaultPoint;
import app.aisha.simulators.fal.Plan;
import app.aisha.simulators.fal.WebhookPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From photos to an avatar. */
class AvatarStory {

    private static final String TRAINER = "fal-ai/flux-lora-portrait-trainer";

    private Town town = Town.with(Town.Intake.POLLING);

    @BeforeEach
    void calm() {
        town.calm();
        town.trainer().clearCalls();
    }

    private AvatarSession session() {
        return new AvatarSession(town.telegram());
    }

    private int trainings() {
        return town.trainer().accepted(TRAINER);
    }

    @ParameterizedTest
    @EnumSource
    void aFirstAvatarIsTrainedOnce(Town.Intake intake) {
        town = Town.with(intake);
        calm();
        var before = trainings();
        var dilnara = session().withPhotos("Мира", 10);

        session().agrees(dilnara, "Мира");

        dilnara.sees("Аватар Мира готов!");
        assertThat(trainings()).isEqualTo(before + 1);
        dilnara.taps("👤 Открыть аватар");
        dilnara.sees("⭐ основной");
        assertThat(town.trainer().violations()).isEmpty();
    }

    @Test
    void withoutACallOfTheTrainerItIsAskedUntilItIsDone() {
        town.trainer().plan(Plan.nextTraining().telling(WebhookPlan.usual().lose()));
        var dilnara = session().withPhotos("Тихая", 10);

        session().agrees(dilnara, "Тихая");

        dilnara.sees("Аватар Тихая готов!");
    }

    /** F-K3 as the program sees it: the request is at FAL, its id is not with us. */
    @Test
    void aRequestThatWasNotAnsweredIsNotRepeated() {
        var before = trainings();
        town.trainer().fault(Fault.once(FaultPoint.SUBMIT, FaultKind.ACT_THEN_CUT));
        var dilnara = session().withPhotos("Обрыв", 10);

        session().agrees(dilnara, "Обрыв");

        dilnara.sees("Аватар Обрыв готов!");
        assertThat(trainings()).isEqualTo(before + 1);
    }

    @Test
    void aTrainingThatFailsCostsNothingAndIsTriedAgain() {
        town.trainer().plan(Plan.nextTraining().ending(new Ending.ModelError(422, "content_policy_violation", "no")));
        var dilnara = session().withPhotos("Отказ", 10);

        session().agrees(dilnara, "Отказ");

        dilnara.sees("обучить не получилось");
        dilnara.sees("На баланс вернулось: 100 кредитов");
        dilnara.taps("🔁 Попробовать ещё раз");
        session().agrees(dilnara, "Отказ");
        dilnara.sees("Аватар Отказ готов!");
        assertThat(town.money(dilnara)).isZero();
    }

    @Test
    void whatIsCancelledIsStoppedAtTheTrainerToo() {
        town.trainer().plan(Plan.nextTraining().hold());
        var dilnara = session().withPhotos("Стоп", 10);
        session().agrees(dilnara, "Стоп");
        Moment.when(
                "a training the trainer took",
                () -> town.database()
                        .sql("SELECT fal_request_id FROM avatars WHERE name = 'Стоп' AND fal_request_id IS NOT NULL")
                        .query(String.class)
                        .optional());

        dilnara.taps("✖️ Отменить обучение");
        dilnara.taps("✖️ Да, отменить");

        dilnara.sees("обучение отменено");
        Moment.when(
                "a cancelled training at the trainer",
                () -> town.trainer().calls().stream()
                        .filter(call -> call.target().contains("/cancel"))
                        .findFirst());
        assertThat(town.money(dilnara)).isEqualTo(100);
    }

    @Test
    void photosThatAreNotFitAreRefusedWithTheirReasonsInOneMessage() {
        var dilnara = session().withPhotos("Разные", 10);
        dilnara.sendsAlbum(List.of(PhotoSession.night(), PhotoSession.empty(5)));

        var told = Moment.when(
                "both reasons in one message",
                () -> Optional.of(Person.textOf(dilnara.sees("слишком темно")))
                        .filter(words -> words.contains("лица не видно")));
        assertThat(told).contains("№ 11", "№ 12", "10 хороших фотографий");
    }
}
