package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.simulators.fal.Ending;
import app.aisha.simulators.fal.Fault;
import app.aisha.simulators.fal.FaultKind;
import app.aisha.simulators.fal.FaultPoint;
import app.aisha.simulators.fal.Flaw;
import app.aisha.simulators.fal.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a wish to pictures. */
class PictureStory {

    private static final String EDITOR = "fal-ai/nano-banana/edit";
    private static final String PAINTER = "fal-ai/flux-lora";

    private final Town town = Town.with(Town.Intake.POLLING);

    @BeforeEach
    void calm() {
        town.calm();
        town.trainer().clearCalls();
    }

    private Person somebodyWithAnAvatar(String name) {
        var session = new AvatarSession(town.telegram());
        var dilnara = session.withPhotos(name, 10);
        session.agrees(dilnara, name);
        dilnara.sees("Аватар " + name + " готов!");
        town.gives(dilnara, 50);
        return dilnara;
    }

    /** Has sent a photo and waits for words. */
    private Person atTheWordsOfAnInstantPicture() {
        var petr = town.person("Пётр", "ru");
        petr.says("/picture");
        petr.taps("📷 Сразу по фото, без обучения");
        petr.sends("photo", "photo.jpg", PhotoSession.portraits(1, 11).getFirst());
        petr.sees("Фото у меня");
        return petr;
    }

    @Test
    void ownWordsBecomeAPictureOfTheAvatarAndCanBeRefined() {
        var dilnara = somebodyWithAnAvatar("Море");
        dilnara.taps("🎨 Картинка с этим аватаром");

        dilnara.says("у моря на закате");
        dilnara.sees("Вот что получится");
        dilnara.taps(dilnara.labelWith("🎨 Создать 1"));

        dilnara.sees("🖼 Море");
        assertThat(town.money(dilnara)).isEqualTo(45);
        assertThat(town.trainer().accepted(PAINTER)).isPositive();
        dilnara.taps("🪄 Уточнить");
        dilnara.says("сделай вечер");
        dilnara.taps("↩️ Вернуть прежние слова");
        dilnara.taps("✖️ Отменить");
        assertThat(town.money(dilnara)).isEqualTo(45);
        assertThat(town.trainer().violations()).isEmpty();
    }

    @Test
    void severalPicturesComeAsAnAlbumAndStandInTheGallery() {
        var dilnara = somebodyWithAnAvatar("Лес");
        dilnara.taps("🎨 Картинка с этим аватаром");
        dilnara.says("в лесу утром");
        dilnara.sees("Вот что получится");
        dilnara.taps("3");
        dilnara.taps(dilnara.labelWith("🎨 Создать 3"));

        dilnara.sees("3 картинки");
        assertThat(town.money(dilnara)).isEqualTo(35);
        dilnara.says("/gallery");
        dilnara.taps("2");
        dilnara.sees("в лесу утром");
    }

    @Test
    void aPhotoIsEnoughForAnInstantPicture() {
        var petr = atTheWordsOfAnInstantPicture();

        petr.says("на Луне в скафандре");
        petr.sees("Вот что получится");
        petr.taps(petr.labelWith("🎨 Создать 1"));

        petr.sees("🖼");
        assertThat(town.money(petr)).isEqualTo(95);
        assertThat(town.trainer().accepted(EDITOR)).isPositive();
    }

    @Test
    void aFlaggedPictureCostsNothing() {
        var petr = atTheWordsOfAnInstantPicture();
        town.trainer().plan(Plan.nextGeneration().ending(new Ending.ModelError(422, "content_policy_violation", "no")));

        petr.says("что-нибудь запретное");
        petr.sees("Вот что получится");
        petr.taps(petr.labelWith("🎨 Создать 1"));

        petr.sees("художник такого не рисует");
        petr.sees("На баланс вернулось: 5 кредитов");
        assertThat(town.money(petr)).isEqualTo(100);
    }

    @Test
    void aBlackPictureCostsNothing() {
        var petr = atTheWordsOfAnInstantPicture();
        town.trainer().plan(Plan.nextGeneration().ending(new Ending.Flawed(Flaw.BLACK)));

        petr.says("ночь без звёзд");
        petr.sees("Вот что получится");
        petr.taps(petr.labelWith("🎨 Создать 1"));

        petr.sees("художник вернул негодную картинку");
        assertThat(town.money(petr)).isEqualTo(100);
    }

    @Test
    void aRequestThatWasNotAnsweredIsFoundAndNotRepeated() {
        var petr = atTheWordsOfAnInstantPicture();
        town.trainer().fault(Fault.once(FaultPoint.SUBMIT, FaultKind.ACT_THEN_CUT));
        var before = town.trainer().accepted(EDITOR);

        petr.says("в старом Париже");
        petr.sees("Вот что получится");
        petr.taps(petr.labelWith("🎨 Создать 1"));

        petr.sees("🖼");
        assertThat(town.trainer().accepted(EDITOR)).isEqualTo(before + 1);
        assertThat(town.money(petr)).isEqualTo(95);
    }

    @Test
    void aVoiceMessageIsAWishToo() {
        var dilnara = somebodyWithAnAvatar("Голос");
        dilnara.taps("🎨 Картинка с этим аватаром");
        town.hears("на велосипеде по набережной");

        dilnara.sendsVoice("note-en.ogg");

        dilnara.sees("Вот что получится");
        dilnara.taps(dilnara.labelWith("🎨 Создать 1"));
        dilnara.sees("🖼 Голос");
    }
}
