package app.aisha.bot.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.BotSets;
import app.aisha.bot.Desk;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Album;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.StoredPicture;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.AspectRatio;
import app.aisha.core.account.Language;
import app.aisha.core.avatar.AddAvatarPhoto.SentPhoto;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureExamples;
import app.aisha.core.picture.PictureNotice;
import app.aisha.core.picture.PictureNotice.Trouble;
import app.aisha.core.picture.PictureOrder;
import app.aisha.core.picture.Wish;
import app.aisha.core.picture.Wording;
import app.aisha.core.transcript.Recording;
import app.aisha.core.wallet.Credits;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureDialogTest {

    private final Desk desk = new Desk();
    private final Avatar.Ready avatar = desk.pictureRoom.avatar(desk.dilnara, "Диля");
    private final PictureStep wishing = new PictureStep.Wishing(avatar.id(), Optional.empty());

    private PictureOrder.Composing asked(Turn turn) {
        var drop = (OrderAction.Drop) actions(turn.screen().orElseThrow())[0];
        return (PictureOrder.Composing) desk.pictureOrders.find(drop.order()).orElseThrow();
    }

    private static Action[] actions(Screen screen) {
        return screen.rows().stream()
                .flatMap(row -> row.stream())
                .map(button -> button.action())
                .toArray(Action[]::new);
    }

    private Screen worded(PictureOrder.Composing order, String english) {
        var offered = order.worded(new Wording(english, Optional.of("на закате у моря")));
        desk.pictureOrders.save(offered);
        return announced(new PictureNotice.Worded(desk.dilnara.id(), order.id(), Trouble.NONE, 2));
    }

    private Screen announced(PictureNotice notice) {
        return desk.pictureRoom.announcer.announce(notice, desk.dilnara).orElseThrow();
    }

    private static OrderAction.Place place(Screen offer) {
        for (var action : actions(offer)) {
            if (action instanceof OrderAction.Place place) {
                return place;
            }
        }
        throw new AssertionError("Nothing to agree to on " + offer);
    }

    private static String html(Screen screen) {
        return BotSets.pages().page(screen, Language.RU).html();
    }

    private Screen offerOf(String words) {
        return worded(asked(desk.say(words, wishing, desk.dilnara)), "{subject} by the sea");
    }

    @Test
    void wordsBecomeAnOfferAnOrderAndAPhoto() {
        var start = desk.tap(new PictureAction.Begin(), desk.dilnara);
        assertThat(start.next()).isEqualTo(new Turn.Next.Await(wishing));

        var offer = offerOf("на закате у моря");
        assertThat(html(offer))
                .contains("на закате у моря", "<blockquote expandable>Диля by the sea</blockquote>", "5 кредитов");

        var placed = desk.tap(place(offer), desk.dilnara);
        assertThat(html(placed.screen().orElseThrow())).contains("1 картинка");
        assertThat(desk.till.balance(desk.dilnara.id()).free()).isEqualTo(new Credits(95));
        var order = place(offer).order();
        var queued = (Picture.Queued) desk.pictures.of(order).getFirst();
        assertThat(queued.heading().recipe().prompt()).contains(avatar.plan().trigger());
        assertThat(html(announced(new PictureNotice.Progressed(desk.dilnara.id(), order))))
                .contains("0 из 1");

        finish(queued);
        var over = announced(new PictureNotice.Over(desk.dilnara.id(), order, queued.id(), 9));
        assertThat(over.attachment().orElseThrow())
                .isInstanceOfSatisfying(
                        StoredPicture.class,
                        photo -> assertThat(photo.picture()).isEqualTo(queued.id()));
        assertThat(actions(over)).contains(new ResultAction.Again(queued.id()), new ResultAction.FullSize(queued.id()));
    }

    private void finish(Picture.Queued queued) {
        PictureExamples.path(Picture.Ready.class, queued, 1).forEach(desk.pictures::save);
    }

    @Test
    void aSecondTapIsToldAndTakesNothing() {
        var offer = offerOf("у моря");
        desk.tap(place(offer), desk.dilnara);

        assertThat(desk.tap(place(offer), desk.dilnara).toast()).contains(new OrderText.PlacedAlready());
        assertThat(desk.pictures.of(place(offer).order())).hasSize(1);
        assertThat(desk.till.balance(desk.dilnara.id()).free()).isEqualTo(new Credits(95));
    }

    @Test
    void anOfferThatWasChangedSinceIsShownAgain() {
        var offer = offerOf("у моря");
        var order = place(offer).order();
        var changed = desk.tap(new OrderAction.Count(order, 3), desk.dilnara);

        var outdated = desk.tap(place(offer), desk.dilnara);

        assertThat(outdated.toast()).contains(new OrderText.Outdated());
        assertThat(desk.pictures.of(order)).isEmpty();
        assertThat(html(changed.screen().orElseThrow())).contains("15 кредитов");
        desk.tap(place(outdated.screen().orElseThrow()), desk.dilnara);
        assertThat(desk.pictures.of(order)).hasSize(3);
    }

    @Test
    void severalBecomeAnAlbumWithAButtonForEach() {
        var offer = offerOf("у моря");
        var order = place(offer).order();
        desk.tap(new OrderAction.Ratio(order, AspectRatio.TALL), desk.dilnara);
        var three = desk.tap(new OrderAction.Count(order, 3), desk.dilnara);
        desk.tap(place(three.screen().orElseThrow()), desk.dilnara);
        var all = desk.pictures.of(order);
        all.forEach(picture -> finish((Picture.Queued) picture));

        var over = announced(
                new PictureNotice.Over(desk.dilnara.id(), order, all.getLast().id(), 9));

        assertThat(over.attachment().orElseThrow())
                .isInstanceOfSatisfying(
                        Album.class, album -> assertThat(album.pictures()).hasSize(3));
        assertThat(actions(over))
                .containsExactly(all.stream()
                        .map(picture -> new ResultAction.Open(picture.id()))
                        .toArray(Action[]::new));
        assertThat(all)
                .allSatisfy(picture ->
                        assertThat(picture.heading().recipe().ratio()).isEqualTo(AspectRatio.TALL));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 1_001})
    void wordsOfAWrongLengthAreAskedForOnceMore(int length) {
        var turn = desk.say("ж".repeat(length), wishing, desk.dilnara);

        assertThat(turn.screen().orElseThrow().text()).isEqualTo(new PictureText.WrongLength(length, 3, 1_000));
        assertThat(turn.next()).isEqualTo(new Turn.Next.Await(wishing));
    }

    @Test
    void aPhotoAndAVoiceAreWishesOnlyWhereOneIsAwaited() {
        var photo = new SentPhoto(5, "file", Optional.empty());

        assertThat(asked(photographed(photo, Optional.of("ночью"), wishing).orElseThrow())
                        .wish())
                .isEqualTo(new Wish.Reference("file", Optional.of("ночью")));
        assertThat(asked(recorded(Recording.Kind.VOICE, wishing).orElseThrow()).wish())
                .isEqualTo(new Wish.Spoken("sound"));
        assertThat(recorded(Recording.Kind.AUDIO, wishing)).isEmpty();
        assertThat(recorded(Recording.Kind.VOICE, PictureStep.Collecting.NOTHING))
                .isEmpty();
    }

    private Optional<Turn> photographed(SentPhoto photo, Optional<String> caption, Step step) {
        return desk.dialogs.stream()
                .flatMap(dialog -> dialog.photographed(photo, caption, step, desk.dilnara).stream())
                .findFirst();
    }

    private Optional<Turn> recorded(Recording.Kind kind, Step step) {
        var recording = new Recording(5, "sound", kind, Optional.empty(), Duration.ofSeconds(3), 9);
        return desk.dialogs.stream()
                .flatMap(dialog -> dialog.recorded(recording, step, desk.dilnara).stream())
                .findFirst();
    }

    @Test
    void anAlbumOfPhotosIsAnsweredOnceAndKeepsItsOrder() {
        Step step = PictureStep.Collecting.NOTHING;
        var answers = 0;
        for (var number = 1; number <= 5; number++) {
            var photo = new SentPhoto(number, "photo-" + number, Optional.of("album"));
            var turn = photographed(photo, Optional.empty(), step).orElseThrow();
            answers += turn.screen().isPresent() ? 1 : 0;
            step = turn.next() instanceof Turn.Next.Await(var next) ? next : step;
        }

        assertThat(answers).as("the first photo, and the one too many").isEqualTo(2);
        assertThat(BotSets.steps().unpack(BotSets.steps().pack(step))).contains(step);
        var order = asked(desk.say("в лесу", step, desk.dilnara));
        assertThat(((Wish.OfSentPhotos) order.wish()).files())
                .containsExactly("photo-1", "photo-2", "photo-3", "photo-4");
    }

    @Test
    void whileThePainterIsOutNothingIsOffered() {
        var order = asked(desk.say("у моря", wishing, desk.dilnara));
        desk.pictureRoom.painterIsOut = true;

        assertThat(worded(order, "sea").text()).isEqualTo(new OrderText.PainterOut());
    }

    @Test
    void whoHasNoAvatarIsToldWhatToDoFirst() {
        var turn = desk.tap(new PictureAction.Begin(), desk.anna);

        assertThat(turn.screen().orElseThrow().text()).isEqualTo(new PictureText.NoAvatar());
        assertThat(actions(turn.screen().orElseThrow())).contains(new PictureAction.Instant());
    }
}
