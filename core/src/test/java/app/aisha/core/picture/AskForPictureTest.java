package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.AspectRatio;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.picture.AskForPicture.Outcome;
import app.aisha.core.picture.AskForPicture.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskForPictureTest {

    @TempDir
    Path folder;

    private Studio studio;
    private Avatar.Ready avatar;

    @BeforeEach
    void open() {
        studio = new Studio(folder);
        avatar = studio.avatar("Mira");
    }

    private Outcome ask(Request request) {
        return studio.ask().ask(studio.owner.id(), request);
    }

    private Request wish(String words) {
        return new Request.OfAvatar(avatar.id(), new Wish.Words(words));
    }

    private PictureOrder.Composing composing(Outcome outcome) {
        var order = ((Outcome.Composing) outcome).order();
        assertThat(studio.orders.find(order.id())).contains(order);
        assertThat(studio.jobs.line()).contains(new PictureJob.Compose(order.id()));
        return order;
    }

    private PictureOrder.Offered offered(Outcome outcome) {
        var order = ((Outcome.Offered) outcome).order();
        assertThat(studio.orders.find(order.id())).contains(order);
        assertThat(studio.jobs.line()).doesNotContain(new PictureJob.Compose(order.id()));
        return order;
    }

    private void prefers(AspectRatio ratio, boolean enriches) {
        studio.users.prefer(
                studio.owner.id(),
                studio.owner.preferences().withDefaultRatio(ratio).withEnrichedPrompts(enriches));
    }

    private Picture.Ready finished() {
        var placed = studio.offered(avatar, 1);
        studio.place(placed);
        var queued = (Picture.Queued) studio.pictures.of(placed.id()).getFirst();
        var path = PictureExamples.path(Picture.Ready.class, queued, 1);
        path.forEach(studio.pictures::save);
        return (Picture.Ready) path.getLast();
    }

    @Test
    void aWishStartsWithWhatItsOwnerPrefers() {
        prefers(AspectRatio.TALL, true);

        var order = composing(ask(wish("  by a lake ")));

        assertThat(order.wish()).isEqualTo(new Wish.Words("by a lake"));
        assertThat(order.since()).isEqualTo(order.heading().at());
        assertThat(order.heading().choice().ratio()).isEqualTo(AspectRatio.TALL);
        assertThat(order.heading().subject()).isEqualTo(new Subject.OfAvatar(avatar.id()));
    }

    @Test
    void ownWordsAreOfferedAsTheyAreWhereTheirOwnerWantsThat() {
        prefers(AspectRatio.SQUARE, false);

        assertThat(offered(ask(wish("by a lake"))).wordings())
                .containsExactly(new Wording("by a lake", Optional.empty()));
        composing(ask(new Request.OfAvatar(avatar.id(), new Wish.Spoken("voice"))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 1_001})
    void wordsOfAWrongLengthBeginNothing(int length) {
        var words = "ж".repeat(length);
        var wrong = new Outcome.WrongLength(length);
        var jobs = studio.jobs.line();

        assertThat(ask(wish(words))).isEqualTo(wrong);
        assertThat(ask(new Request.OfPhotos(List.of("photo"), words))).isEqualTo(wrong);
        assertThat(studio.jobs.line()).isEqualTo(jobs);
    }

    @Test
    void aSecondWishTakesThePlaceOfOneWithoutWords() {
        var first = composing(ask(wish("by a lake")));
        var offered = studio.offered(avatar, 1);

        composing(studio.ask()
                .ask(
                        studio.owner.id(),
                        new Request.OfAvatar(avatar.id(), new Wish.Spoken("v")),
                        Optional.of(first.id())));
        assertThat(studio.orders.find(first.id())).contains(first.abandoned());

        studio.ask().ask(studio.owner.id(), wish("in a wood"), Optional.of(offered.id()));
        assertThat(studio.orders.find(offered.id())).as("it has words").contains(offered);
    }

    @Test
    void aSecondWishThatIsNoneLeavesTheFirstOne() {
        var first = composing(ask(wish("by a lake")));

        assertThat(studio.ask().ask(studio.owner.id(), wish("x"), Optional.of(first.id())))
                .isEqualTo(new Outcome.WrongLength(1));
        assertThat(studio.orders.find(first.id())).contains(first);
    }

    @Test
    void photosHaveKeysOfTheirOwnersBeforeTheyAreFetched() {
        var order = composing(ask(new Request.OfPhotos(List.of("a", "b"), "by a lake")));

        assertThat(order.wish()).isEqualTo(new Wish.OfSentPhotos(List.of("a", "b"), "by a lake"));
        assertThat(((Subject.OfPhotos) order.heading().subject()).photos())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(key ->
                        key.value().startsWith("users/" + studio.owner.id().value() + "/"));
        assertThat(ask(new Request.OfPhotos(List.of(), "by a lake"))).isEqualTo(new Outcome.Unknown());
        assertThat(ask(new Request.OfPhotos(List.of("a", "b", "c", "d", "e"), "by a lake")))
                .isEqualTo(new Outcome.Unknown());
    }

    @Test
    void aPictureIsMadeAgainTheSameOrVaried() {
        var picture = finished();
        var choice = studio.orders.find(picture.order()).orElseThrow().heading().choice();
        var seed = picture.heading().recipe().seed();

        var again = offered(ask(new Request.Again(picture.id())));
        assertThat(again.heading().choice()).isEqualTo(choice.count(1).seed(OptionalLong.empty()));
        assertThat(again.heading().origin().parent()).contains(picture.id());
        assertThat(again.wording().english()).isEqualTo("on a beach at dusk");
        assertThat(offered(ask(new Request.Same(picture.id())))
                        .heading()
                        .choice()
                        .seed())
                .isEqualTo(OptionalLong.of(seed));
        assertThat(offered(ask(new Request.Variations(picture.id()))).heading().choice())
                .isEqualTo(choice.count(4).seed(OptionalLong.empty()));
    }

    @Test
    void aRefinedPictureKeepsItsWordsUntilThereAreOthers() {
        var picture = finished();

        var order = composing(ask(new Request.Refined(picture.id(), " at night ")));

        assertThat(order.wish()).isEqualTo(new Wish.Change("at night"));
        assertThat(order.wordings()).extracting(Wording::english).containsExactly("on a beach at dusk");
        assertThat(order.heading().origin().parent()).contains(picture.id());
        assertThat(ask(new Request.Refined(picture.id(), "x"))).isEqualTo(new Outcome.WrongLength(1));
    }

    @Test
    void anAvatarThatIsGoneIsNotPaintedAgain() {
        var picture = finished();
        studio.avatars.delete(avatar);

        assertThat(ask(wish("by a lake"))).isEqualTo(new Outcome.NoAvatar());
        assertThat(ask(new Request.InStyle(avatar.id(), new StyleId("sea")))).isEqualTo(new Outcome.NoAvatar());
        assertThat(ask(new Request.Again(picture.id()))).isEqualTo(new Outcome.Unknown());
        assertThat(ask(new Request.Refined(picture.id(), "at night"))).isEqualTo(new Outcome.Unknown());
    }

    @Test
    void aStrangerBeginsNothingWithWhatIsNotTheirs() {
        var first = composing(ask(wish("by a lake")));
        var picture = finished();
        var stranger = studio.users
                .welcome(new ChatId(2), "Stranger", Optional.empty(), Language.EN)
                .id();
        var jobs = studio.jobs.line();

        for (var request : List.of(
                new Request.Again(picture.id()),
                new Request.Same(picture.id()),
                new Request.Variations(picture.id()),
                new Request.Refined(picture.id(), "at night"))) {
            assertThat(studio.ask().ask(stranger, request)).isEqualTo(new Outcome.Unknown());
        }
        assertThat(studio.ask().ask(stranger, wish("by a lake"))).isEqualTo(new Outcome.NoAvatar());
        assertThat(studio.jobs.line()).isEqualTo(jobs);
        studio.ask().ask(stranger, new Request.OfPhotos(List.of("a"), "by a lake"), Optional.of(first.id()));
        assertThat(studio.orders.find(first.id())).contains(first);
        assertThat(studio.ask().ask(new UserId(studio.ids.next()), wish("by a lake")))
                .isEqualTo(new Outcome.Unknown());
    }
}
