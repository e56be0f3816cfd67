package app.aisha.bot.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.BotSets;
import app.aisha.bot.Desk;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.AspectRatio;
import app.aisha.core.account.Language;
import app.aisha.core.avatar.AddAvatarPhoto.SentPhoto;
import app.aisha.core.picture.OfferPictures;
import app.aisha.core.picture.PictureOrder;
import app.aisha.core.picture.Wish;
import app.aisha.core.picture.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Photos that come as an album with words under one of them. */
class SentAlbumTest {

    private final Desk desk = new Desk();
    private final List<Turn> answers = new ArrayList<>();
    private Step step = PictureStep.Collecting.NOTHING;

    private void sends(int number, Optional<String> album, Optional<String> caption) {
        var photo = new SentPhoto(number, "photo-" + number, album);
        var turn = desk.dialogs.stream()
                .flatMap(dialog -> dialog.photographed(photo, caption, step, desk.dilnara).stream())
                .findFirst()
                .orElseThrow();
        step = ((Turn.Next.Await) turn.next()).step();
        if (turn.screen().isPresent()) {
            answers.add(turn);
        }
    }

    private void sendsAlbum(int count, int captioned, String caption) {
        for (var number = 1; number <= count; number++) {
            sends(number, Optional.of("album"), number == captioned ? Optional.of(caption) : Optional.empty());
        }
    }

    private String html(Turn turn) {
        return BotSets.pages().page(turn.screen().orElseThrow(), Language.RU).html();
    }

    private Turn taps(PictureAction action) {
        return desk.dialogs.stream()
                .flatMap(dialog -> dialog.tapped(action, step, desk.dilnara).stream())
                .findFirst()
                .orElseThrow();
    }

    private PictureOrder.Composing composing(Turn turn) {
        var drop = (OrderAction.Drop)
                turn.screen().orElseThrow().rows().getFirst().getFirst().action();
        return (PictureOrder.Composing) desk.pictureOrders.find(drop.order()).orElseThrow();
    }

    @Test
    void theCaptionIsShownAndPaintedOnATapWithAllPhotos() {
        sendsAlbum(3, 1, " в лесу: «осень» ");

        assertThat(answers).hasSize(1);
        assertThat(html(answers.getFirst())).contains("в лесу: «осень»");
        assertThat(answers.getFirst()
                        .screen()
                        .orElseThrow()
                        .rows()
                        .getFirst()
                        .getFirst()
                        .action())
                .isEqualTo(new PictureAction.Describe());
        assertThat(desk.jobs.line()).isEmpty();

        assertThat(composing(taps(new PictureAction.Describe())).wish())
                .isEqualTo(new Wish.OfSentPhotos(List.of("photo-1", "photo-2", "photo-3"), "в лесу: «осень»"));
    }

    @Test
    void aCaptionThatComesLateIsAnsweredToo() {
        sendsAlbum(3, 3, "в лесу");

        assertThat(answers).hasSize(2);
        assertThat(html(answers.getLast())).contains("в лесу");
        sends(4, Optional.empty(), Optional.empty());
        assertThat(html(answers.getLast())).as("one more photo").contains("в лесу");
        assertThat(composing(taps(new PictureAction.Describe())).wish())
                .isEqualTo(new Wish.OfSentPhotos(List.of("photo-1", "photo-2", "photo-3", "photo-4"), "в лесу"));
    }

    @Test
    void otherWordsTakeThePlaceOfTheCaption() {
        sendsAlbum(2, 1, "в лесу");

        assertThat(composing(desk.say("у моря", step, desk.dilnara)).wish())
                .isEqualTo(new Wish.OfSentPhotos(List.of("photo-1", "photo-2"), "у моря"));
    }

    @Test
    void aCaptionOfAWrongLengthIsToldAndForgotten() {
        sendsAlbum(2, 1, "x");

        assertThat(answers.getFirst().screen().orElseThrow().text()).isInstanceOf(PictureText.WrongLength.class);
        var turn = taps(new PictureAction.Describe());
        assertThat(turn.screen().orElseThrow().text()).isEqualTo(new PictureText.AskWords());
        assertThat(turn.next()).isEqualTo(new Turn.Next.Keep());
    }

    @Test
    void onePhotoWithACaptionNeedsNoTap() {
        sends(1, Optional.empty(), Optional.of("в лесу"));

        assertThat(composing(answers.getFirst()).wish()).isEqualTo(new Wish.OfSentPhotos(List.of("photo-1"), "в лесу"));
    }

    @Test
    void lastPhotosOfAnAlbumJoinItAfterTheTap() {
        sendsAlbum(2, 1, "в лесу");
        var turn = taps(new PictureAction.Describe());
        step = ((Turn.Next.Await) turn.next()).step();

        sends(3, Optional.of("album"), Optional.empty());

        assertThat(composing(desk.say("у моря", step, desk.dilnara)).wish())
                .isEqualTo(new Wish.OfSentPhotos(List.of("photo-1", "photo-2", "photo-3"), "у моря"));
    }

    @Test
    void withoutPhotosThereIsNothingToContinueWith() {
        var turn = desk.tap(new PictureAction.Describe(), desk.dilnara);

        assertThat(turn.screen().orElseThrow().text()).isInstanceOf(PictureText.AskPhotos.class);
        assertThat(turn.next()).isEqualTo(new Turn.Next.Await(PictureStep.Collecting.NOTHING));
    }

    @Test
    void noSizeIsPromisedForWhatIsPaintedFromPhotos() {
        sends(1, Optional.empty(), Optional.of("в лесу"));
        var offered = composing(answers.getFirst()).worded(new Wording("a wood", Optional.empty()));
        desk.pictureOrders.save(offered);
        desk.tap(new OrderAction.Ratio(offered.id(), AspectRatio.TALL), desk.dilnara);

        var offer = (OfferPictures.Outcome.Offered) desk.pictureRoom.offers.offer(offered.id(), desk.dilnara.id());
        var html = BotSets.pages()
                .page(desk.pictureRoom.orders.offer(offer, desk.dilnara), Language.RU)
                .html();

        assertThat(html).contains("9:16").doesNotContain("720");
        assertThat(BotSets.pages()
                        .page(OrderScreens.ratios(offer.order()), Language.RU)
                        .toString())
                .doesNotContain("1024")
                .doesNotContain("720");
    }
}
