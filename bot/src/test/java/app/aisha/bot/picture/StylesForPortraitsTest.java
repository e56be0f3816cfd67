package app.aisha.bot.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarExamples;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.TrainingType;
import app.aisha.core.picture.PictureJob;
import app.aisha.core.picture.PictureNotice;
import app.aisha.core.picture.PictureOrder;
import app.aisha.core.picture.Wording;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All styles are portraits, so they are offered for avatars of people only. */
class StylesForPortraitsTest {

    private final Desk desk = new Desk(Desk.PRICES);

    private AvatarId avatar(TrainingType type) {
        var typed = AvatarExamples.draft(desk.dilnara.id(), "Кружка", type);
        desk.avatars.add(typed);
        AvatarExamples.path(Avatar.Ready.class, typed, 1).forEach(desk.avatars::save);
        return typed.id();
    }

    private Screen tap(Action action) {
        return desk.tap(action, desk.dilnara).screen().orElseThrow();
    }

    private Screen offer(AvatarId avatar) {
        desk.say("у моря", new PictureStep.Wishing(avatar, Optional.empty()), desk.dilnara);
        var job = (PictureJob.Compose) desk.jobs.line().getLast();
        var order =
                (PictureOrder.Composing) desk.pictureOrders.find(job.order()).orElseThrow();
        desk.pictureOrders.save(order.worded(new Wording("{subject} by the sea", Optional.empty())));
        var notice = new PictureNotice.Worded(desk.dilnara.id(), order.id(), PictureNotice.Trouble.NONE, 2);
        return desk.pictureRoom.announcer.announce(notice, desk.dilnara).orElseThrow();
    }

    private static List<Action> actions(Screen screen) {
        return screen.rows().stream().flatMap(List::stream).map(Button::action).toList();
    }

    @ParameterizedTest
    @CsvSource({"PORTRAIT, true", "OBJECT, false", "STYLE, false"})
    void stylesAreOfferedForPeopleOnly(TrainingType type, boolean offered) {
        var avatar = avatar(type);
        var packs = new PictureAction.Packs(avatar);

        assertThat(actions(tap(new PictureAction.With(avatar))).contains(packs)).isEqualTo(offered);
        assertThat(actions(offer(avatar)).contains(packs)).isEqualTo(offered);
        for (var old : List.of(packs, new PictureAction.Pack(avatar, 0), new PictureAction.Style(avatar, 0, 0))) {
            assertThat(tap(old).text() instanceof PictureText.Begin)
                    .as("an old button %s", old)
                    .isEqualTo(!offered);
        }
    }
}
