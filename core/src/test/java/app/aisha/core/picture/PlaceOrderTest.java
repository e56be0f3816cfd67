package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.wallet.Balance;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.Till;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceOrderTest {

    @TempDir
    Path folder;

    private Studio studio;

    @BeforeEach
    void open() {
        studio = new Studio(folder);
    }

    private List<Picture> picturesOf(PictureOrder order) {
        return studio.pictures.of(order.id());
    }

    @Test
    void everyPictureHasItsHoldItsJobAndTheNextSeed() {
        var avatar = studio.avatar("Mira");
        var offered = studio.offered(avatar, 3);

        var placed = (PlaceOrder.Outcome.Placed) studio.place(offered);

        assertThat(placed.price()).isEqualTo(new Credits(15));
        assertThat(placed.balance().free()).isEqualTo(Studio.GIFT.minus(placed.price()));
        assertThat(studio.free()).isEqualTo(placed.balance().free());
        var all = picturesOf(offered);
        assertThat(all.stream()
                        .map(picture -> picture.heading().terms().orElseThrow().hold()))
                .doesNotHaveDuplicates()
                .hasSize(3);
        assertThat(all)
                .allSatisfy(picture -> assertThat(
                                picture.heading().terms().orElseThrow().held())
                        .isEqualTo(Studio.PRICE));
        var first = all.getFirst().heading().recipe().seed();
        assertThat(all.stream().map(picture -> picture.heading().recipe().seed()))
                .containsExactlyElementsOf(IntStream.range(0, 3)
                        .mapToObj(more -> (first + more) % (Recipe.LARGEST_SEED + 1))
                        .toList());
        assertThat(all)
                .allSatisfy(picture -> assertThat(picture.heading().recipe().prompt())
                        .containsOnlyOnce(avatar.plan().trigger())
                        .contains("on a beach at dusk"));
        assertThat(studio.jobs.line())
                .containsExactlyElementsOf(all.stream()
                        .map(picture -> new PictureJob.Paint(picture.id()))
                        .toList());
        assertThat(studio.outbox.posted(PictureNotice.Progressed.class))
                .containsExactly(new PictureNotice.Progressed(studio.owner.id(), offered.id()));
    }

    @Test
    void aSecondTapChangesNothing() {
        var offered = studio.offered(studio.avatar("Mira"), 2);
        studio.place(offered);
        var free = studio.free();

        var again = studio.place(offered);

        assertThat(again).isInstanceOf(PlaceOrder.Outcome.PlacedAlready.class);
        assertThat(picturesOf(offered)).hasSize(2);
        assertThat(studio.free()).isEqualTo(free);
        assertThat(studio.jobs.line()).hasSize(2);
    }

    @Test
    void whoCannotPayAllPaysNothingAndIsToldWhatIsReallyThere() {
        spendAllBut(12);
        var offered = studio.offered(studio.avatar("Mira"), 3);
        var jobs = studio.jobs.line();

        var outcome = studio.place(offered);

        assertThat(outcome)
                .isEqualTo(
                        new PlaceOrder.Outcome.TooPoor(offered, new Credits(15), studio.wallets.of(studio.owner.id())));
        assertThat(((PlaceOrder.Outcome.TooPoor) outcome).balance())
                .extracting(Balance::free)
                .isEqualTo(new Credits(12));
        assertThat(picturesOf(offered)).isEmpty();
        assertThat(studio.orders.find(offered.id())).contains(offered);
        assertThat(studio.jobs.line()).isEqualTo(jobs);
    }

    private void spendAllBut(long rest) {
        var purpose = new Purpose(Purpose.Kind.AVATAR, studio.ids.next());
        var spent = studio.free().minus(new Credits(rest));
        studio.wallets.hold(new Hold(
                new HoldId(studio.ids.next()),
                studio.owner.id(),
                purpose,
                spent,
                studio.clock.instant().plus(Duration.ofHours(1)),
                new Hold.State.Open()));
    }

    @Test
    void nothingIsSetAsideWhileThePainterIsOut() {
        var offered = studio.offered(studio.avatar("Mira"), 1);
        studio.painterIsOut = true;

        assertThat(studio.place(offered)).isEqualTo(new PlaceOrder.Outcome.PainterOut(offered));
        assertThat(studio.free()).isEqualTo(Studio.GIFT);
        assertThat(picturesOf(offered)).isEmpty();
    }

    @Test
    void anAvatarThatIsGoneCannotBePainted() {
        var avatar = studio.avatar("Mira");
        var offered = studio.offered(avatar, 1);
        studio.avatars.delete(avatar);

        assertThat(studio.place(offered)).isEqualTo(new PlaceOrder.Outcome.NoAvatar());
        assertThat(studio.free()).isEqualTo(Studio.GIFT);
        assertThat(studio.orders.find(offered.id())).contains(offered);
    }

    @Test
    void aStrangerMeetsNothing() {
        var offered = studio.offered(studio.avatar("Mira"), 1);
        var stranger = studio.users.welcome(new ChatId(2), "Stranger", Optional.empty(), Language.EN);

        var outcome = studio.place()
                .place(offered.id(), stranger.id(), offered.heading().version());

        assertThat(outcome).isEqualTo(new PlaceOrder.Outcome.Unknown());
        assertThat(picturesOf(offered)).isEmpty();
        assertThat(studio.wallets.of(stranger.id()).free()).isEqualTo(Studio.GIFT);
    }

    @Test
    void aConsentCountsForWhatWasShownLastOnly() {
        var shown = studio.offered(studio.avatar("Mira"), 1);
        var dearer = (ChangeOrder.Outcome.Changed)
                studio.change().change(shown.id(), studio.owner.id(), new ChangeOrder.Change.Count(4));

        assertThat(studio.place(shown)).isEqualTo(new PlaceOrder.Outcome.Outdated(dearer.order()));
        assertThat(studio.place(dearer.order()))
                .as("its price was not shown yet")
                .isEqualTo(new PlaceOrder.Outcome.Outdated(dearer.order()));

        var told = ((OfferPictures.Outcome.Offered) studio.offers().offer(shown.id(), studio.owner.id())).order();
        studio.clock.advance(Till.VALIDITY.plus(Duration.ofSeconds(1)));
        assertThat(studio.place(told)).isEqualTo(new PlaceOrder.Outcome.Outdated(told));
        assertThat(studio.free()).isEqualTo(Studio.GIFT);
    }

    @Test
    void whatIsStillWrittenOrDroppedCannotBePlaced() {
        var offered = studio.offered(studio.avatar("Mira"), 1);
        studio.change().change(offered.id(), studio.owner.id(), new ChangeOrder.Change.Dropped());

        var dropped = studio.orders.find(offered.id()).orElseThrow();
        assertThat(studio.place(offered)).isEqualTo(new PlaceOrder.Outcome.NotNow(dropped));
    }
}
