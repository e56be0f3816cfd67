package app.aisha.bot;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.picture.OrderAction;
import app.aisha.bot.picture.PictureAction;
import app.aisha.bot.picture.PictureStep;
import app.aisha.bot.picture.ResultAction;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Turn;
import app.aisha.core.Examples;
import app.aisha.core.account.Language;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.picture.OrderId;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureId;
import app.aisha.core.picture.PictureNotice;
import app.aisha.core.picture.PictureOrder;
import app.aisha.core.picture.Subject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A picture, its order and its avatar are their owner's alone. */
class StrangersPictureTest {

    private final Desk desk = new Desk();

    @Test
    void aStrangerWithAnyButtonFindsNothingAndChangesNothing() {
        var avatar = desk.pictureRoom.avatar(desk.dilnara, EveryPicture.LONG_NAME);
        for (var state : Examples.recordsOf(Picture.class).toList()) {
            var placed = EveryPicture.offered(desk, new Subject.OfAvatar(avatar.id()))
                    .placed();
            desk.pictureOrders.save(placed);
            var picture = EveryPicture.stored(desk, placed, 1, state, 2);
            forgesAll(avatar.id(), placed, Optional.of(picture));
        }
        forgesAll(avatar.id(), EveryPicture.offered(desk, new Subject.OfAvatar(avatar.id())), Optional.empty());
        assertThat(desk.jobs.line()).isEmpty();
        assertThat(desk.outbox.posted()).isEmpty();
    }

    private void forgesAll(AvatarId avatar, PictureOrder order, Optional<Picture> picture) {
        var forging = new Examples(4)
                .given(AvatarId.class, () -> avatar)
                .given(OrderId.class, order::id)
                .given(
                        PictureId.class,
                        () -> picture.map(Picture::id)
                                .orElse(new PictureId(order.id().value())))
                .given(int.class, () -> order.heading().version() > 9 ? 9 : 1);
        List.of(PictureAction.class, OrderAction.class, ResultAction.class).stream()
                .flatMap(Examples::recordsOf)
                .map(type -> desk.tap((Action) forging.of(type), desk.anna))
                .forEach(this::tellsNothing);
        assertThat(desk.pictureOrders.find(order.id())).contains(order);
        picture.ifPresent(mine -> assertThat(desk.pictures.find(mine.id())).contains(mine));
    }

    private void tellsNothing(Turn turn) {
        turn.screen()
                .ifPresent(screen -> assertThat(
                                BotSets.pages().page(screen, Language.EN).toString())
                        .doesNotContain("Ж"));
        assertThat(turn.screen().isPresent() || turn.toast().isPresent()).isTrue();
    }

    @Test
    void aStrangersWordsReachNothing() {
        var avatar = desk.pictureRoom.avatar(desk.dilnara, "Dilnara");
        var order = EveryPicture.offered(desk, new Subject.OfAvatar(avatar.id()));

        List.of(
                        new PictureStep.Wishing(avatar.id(), Optional.empty()),
                        new PictureStep.Rewriting(order.id()),
                        new PictureStep.WritingExactly(order.id()),
                        new PictureStep.Refining(order.id()),
                        new PictureStep.RefiningPicture(new PictureId(order.id().value())))
                .forEach(step -> tellsNothing(desk.say("Anna’s now", step, desk.anna)));

        assertThat(desk.pictureOrders.find(order.id())).contains(order);
        assertThat(desk.jobs.line()).isEmpty();
    }

    @Test
    void aNoticeOfAnothersOrderIsNotShown() {
        var avatar = desk.pictureRoom.avatar(desk.dilnara, "Dilnara");
        var order = EveryPicture.offered(desk, new Subject.OfAvatar(avatar.id()));

        assertThat(desk.pictureRoom.announcer.announce(
                        new PictureNotice.Worded(desk.anna.id(), order.id(), PictureNotice.Trouble.NONE, 1), desk.anna))
                .isEmpty();
    }
}
