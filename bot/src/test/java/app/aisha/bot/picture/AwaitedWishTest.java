package app.aisha.bot.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.BotSets;
import app.aisha.bot.Desk;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Turn;
import app.aisha.core.avatar.AddAvatarPhoto.SentPhoto;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.picture.OrderId;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureExamples;
import app.aisha.core.picture.PictureOrder;
import app.aisha.core.picture.Subject;
import app.aisha.core.picture.Wish;
import app.aisha.core.picture.Wording;
import app.aisha.core.transcript.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What is said while a wish is put into words, and after that was refused. */
class AwaitedWishTest {

    private final Desk desk = new Desk();
    private final Avatar.Ready avatar = desk.pictureRoom.avatar(desk.dilnara, "Диля");
    private final Step wishing = PictureStep.Wishing.of(avatar.id());

    private static Step next(Turn turn) {
        return ((Turn.Next.Await) turn.next()).step();
    }

    private PictureOrder stored(OrderId id) {
        return desk.pictureOrders.find(id).orElseThrow();
    }

    /** The order that a turn says is being put into words. */
    private PictureOrder.Composing composing(Turn turn) {
        assertThat(turn.screen().orElseThrow().text()).isEqualTo(new PictureText.Composing());
        var drop = (OrderAction.Drop)
                turn.screen().orElseThrow().rows().getFirst().getFirst().action();
        return (PictureOrder.Composing) stored(drop.order());
    }

    private Turn photographed(String file, Step step) {
        var photo = new SentPhoto(5, file, Optional.empty());
        return desk.dialogs.stream()
                .flatMap(dialog -> dialog.photographed(photo, Optional.empty(), step, desk.dilnara).stream())
                .findFirst()
                .orElseThrow();
    }

    private Turn spoke(String file, Step step) {
        var voice = new Recording(5, file, Recording.Kind.VOICE, Optional.empty(), Duration.ofSeconds(3), 9);
        return desk.dialogs.stream()
                .flatMap(dialog -> dialog.recorded(voice, step, desk.dilnara).stream())
                .findFirst()
                .orElseThrow();
    }

    private Turn said(String words, Step step) {
        return desk.say(words, step, desk.dilnara);
    }

    private void saidAgainAfterARefusal(BiFunction<String, Step, Turn> way, Wish second) {
        var first = way.apply("first", wishing);
        var refused = composing(first);
        desk.pictureOrders.save(refused.abandoned());

        var again = composing(way.apply("second", next(first)));

        assertThat(again.id()).isNotEqualTo(refused.id());
        assertThat(again.wish()).isEqualTo(second);
        assertThat(again.heading().subject()).isEqualTo(new Subject.OfAvatar(avatar.id()));
    }

    @Test
    void whatWasRefusedIsSaidAgainInWordsByVoiceOrByAPicture() {
        saidAgainAfterARefusal(this::said, new Wish.Words("second"));
        saidAgainAfterARefusal(this::spoke, new Wish.Spoken("second"));
        saidAgainAfterARefusal(this::photographed, new Wish.Reference("second", Optional.empty()));
    }

    @Test
    void aNewerWishTakesThePlaceOfOneThatHasNoWordsYet() {
        var first = said("on a roof", wishing);
        var order = composing(first);

        var second = composing(said("in a boat", next(first)));

        assertThat(stored(order.id())).isInstanceOf(PictureOrder.Abandoned.class);
        assertThat(stored(second.id())).isEqualTo(second);
    }

    @Test
    void wordsOfAWrongLengthLeaveTheFirstWishAlone() {
        var first = said("on a roof", wishing);
        var order = composing(first);

        var wrong = said("x", next(first));

        assertThat(wrong.screen().orElseThrow().text()).isInstanceOf(PictureText.WrongLength.class);
        assertThat(next(wrong)).isEqualTo(next(first));
        assertThat(stored(order.id())).isEqualTo(order);
    }

    @Test
    void aRefusedChangeIsSaidAgainToo() {
        var order = composing(said("on a roof", wishing));
        desk.pictureOrders.save(order.worded(new Wording("on a roof", Optional.empty())));
        var refining = new PictureStep.Refining(order.id());

        var first = said("naked", refining);
        var change = composing(first);
        assertThat(next(first)).isEqualTo(refining);
        var newer = composing(said("in a coat", next(first)));
        assertThat(newer.id()).isEqualTo(change.id());
        assertThat(newer.wish()).isEqualTo(new Wish.Change("in a coat"));

        desk.pictureOrders.save(newer.unchanged().orElseThrow());
        assertThat(composing(said("in a hat", next(first))).wish()).isEqualTo(new Wish.Change("in a hat"));
    }

    @Test
    void theNextSentenceAboutAPictureChangesTheSameOrder() {
        var placed = PictureExamples.placed(desk.dilnara.id(), new Subject.OfAvatar(avatar.id()), Optional.empty());
        desk.pictureOrders.add(placed);
        var queued = PictureExamples.queued(placed, 1, "a lake");
        desk.pictures.add(queued);
        PictureExamples.path(Picture.Ready.class, queued, 1).forEach(desk.pictures::save);

        var first = said("make it evening", new PictureStep.RefiningPicture(queued.id()));
        var second = said("no, morning", next(first));

        assertThat(composing(second).id()).isEqualTo(composing(first).id());
        assertThat(composing(second).wish()).isEqualTo(new Wish.Change("no, morning"));
    }

    @Test
    void aTapOnAnOldButtonMeanwhileClosesNothing() {
        var order = composing(said("on a roof", wishing));

        var turn = desk.tap(new OrderAction.Ratios(order.id()), desk.dilnara);

        assertThat(turn.next()).isEqualTo(new Turn.Next.Keep());
        assertThat(turn.toast()).contains(new OrderText.StillComposing());
    }

    @Test
    void photosAreKeptForOtherWordsAndOtherPhotosBeginAnew() {
        var collecting = next(photographed("a", PictureStep.Collecting.NOTHING));
        var first = said("on a roof", collecting);
        var order = composing(first);
        desk.pictureOrders.save(order.abandoned());

        var second = said("in a boat", next(first));
        assertThat(composing(second).wish()).isEqualTo(new Wish.OfSentPhotos(List.of("a"), "in a boat"));

        var other = next(photographed("b", next(second)));
        var both = next(photographed("c", other));
        assertThat(composing(said("at home", both)).wish())
                .isEqualTo(new Wish.OfSentPhotos(List.of("b", "c"), "at home"));
    }

    @Test
    void everyStepSurvivesTheJourney() {
        var order = new OrderId(desk.ids.next());
        for (var step : new Step[] {
            new PictureStep.Wishing(avatar.id(), Optional.of(order)),
            PictureStep.Collecting.NOTHING
                    .with("a", Optional.of("album"))
                    .captioned("у моря: «да», 100 %")
                    .ordered(order)
        }) {
            assertThat(BotSets.steps().unpack(BotSets.steps().pack(step))).contains(step);
        }
    }
}
