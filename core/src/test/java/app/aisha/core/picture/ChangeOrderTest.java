package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.AspectRatio;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.picture.ChangeOrder.Change;
import app.aisha.core.picture.ChangeOrder.Outcome;
import app.aisha.core.wallet.Prices.Quality;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeOrderTest {

    @TempDir
    Path folder;

    private Studio studio;
    private PictureOrder.Offered offered;

    @BeforeEach
    void open() {
        studio = new Studio(folder);
        offered = studio.offered(studio.avatar("Mira"), 1);
    }

    private Outcome change(Change change) {
        return studio.change().change(offered.id(), studio.owner.id(), change);
    }

    private PictureOrder stored() {
        return studio.orders.find(offered.id()).orElseThrow();
    }

    private void enriches(boolean on) {
        studio.users.prefer(studio.owner.id(), studio.owner.preferences().withEnrichedPrompts(on));
    }

    private List<String> words() {
        return stored().wordings().stream().map(Wording::english).toList();
    }

    @Test
    void choicesAreKeptAndTheirOfferHasToBeShownAnew() {
        change(new Change.Ratio(AspectRatio.TALL));
        change(new Change.Count(4));
        change(new Change.Preset(Quality.QUALITY));

        assertThat(stored()).isInstanceOfSatisfying(PictureOrder.Offered.class, now -> {
            assertThat(now.quote()).isEmpty();
            assertThat(now.heading().choice())
                    .isEqualTo(offered.heading()
                            .choice()
                            .ratio(AspectRatio.TALL)
                            .count(4)
                            .quality(Quality.QUALITY));
            assertThat(now.heading().version()).isEqualTo(offered.heading().version() + 3);
        });
    }

    @Test
    void theLastWordsAreTakenBackAndTheFirstOnesStay() {
        change(new Change.AsWritten("a man on a roof"));
        change(new Change.AsWritten("a man in a boat"));

        change(new Change.Undone());
        assertThat(words()).containsExactly("on a beach at dusk", "a man on a roof");
        change(new Change.Undone());
        assertThat(words()).containsExactly("on a beach at dusk");

        var before = stored();
        assertThat(change(new Change.Undone())).isEqualTo(new Outcome.Changed((PictureOrder.Offered) before));
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void ownWordsArePutIntoAPaintersWordsUnlessThatIsOff() {
        change(new Change.Rewritten("  на крыше "));
        assertThat(words()).endsWith("на крыше");

        enriches(true);
        assertThat(change(new Change.Rewritten(" в лодке "))).isInstanceOf(Outcome.Composing.class);

        assertThat(stored())
                .isInstanceOfSatisfying(
                        PictureOrder.Composing.class,
                        composing -> assertThat(composing.wish()).isEqualTo(new Wish.Words("в лодке")));
        assertThat(studio.jobs.line()).containsExactly(new PictureJob.Compose(offered.id()));
    }

    @Test
    void aWishRemembersWhenItWasMade() {
        studio.clock.advance(Duration.ofMinutes(11));

        change(new Change.Refined("make it evening"));

        assertThat(((PictureOrder.Composing) stored()).since()).isEqualTo(studio.clock.instant());
        assertThat(stored().heading().at()).isEqualTo(offered.heading().at());
    }

    @Test
    void ofTwoWishesTheNewerOneHolds() {
        change(new Change.Refined("make it evening"));
        studio.clock.advance(Duration.ofMinutes(2));

        assertThat(change(new Change.Refined("no, morning"))).isInstanceOf(Outcome.Composing.class);

        assertThat(stored()).isInstanceOfSatisfying(PictureOrder.Composing.class, now -> {
            assertThat(now.wish()).isEqualTo(new Wish.Change("no, morning"));
            assertThat(now.since()).isEqualTo(studio.clock.instant());
            assertThat(now.wordings()).isEqualTo(offered.wordings());
        });
        assertThat(studio.jobs.line()).as("one job for both").hasSize(1);

        assertThat(change(new Change.AsWritten("exactly so"))).isInstanceOf(Outcome.Changed.class);
        assertThat(words()).containsExactly("on a beach at dusk", "exactly so");
    }

    @Test
    void whileWordsAreWrittenNothingElseChanges() {
        change(new Change.Refined("make it evening"));
        var composing = stored();

        for (var other : List.of(
                new Change.Ratio(AspectRatio.WIDE),
                new Change.Count(2),
                new Change.Preset(Quality.FAST),
                new Change.Undone())) {
            assertThat(change(other)).isEqualTo(new Outcome.NotNow(composing));
        }
        assertThat(stored()).isEqualTo(composing);
        assertThat(change(new Change.Dropped())).isEqualTo(new Outcome.Dropped());
        assertThat(stored()).isInstanceOf(PictureOrder.Abandoned.class);
    }

    @Test
    void aFirstWishThatHasNoWordsYetCannotBeRefined() {
        enriches(true);
        var asked = (AskForPicture.Outcome.Composing) studio.ask()
                .ask(
                        studio.owner.id(),
                        new AskForPicture.Request.OfAvatar(
                                studio.avatar("Second").id(), new Wish.Words("in a wood")));

        var outcome = studio.change().change(asked.order().id(), studio.owner.id(), new Change.Refined("at night"));

        assertThat(outcome).isEqualTo(new Outcome.NotNow(asked.order()));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 1_001})
    void wordsOfAWrongLengthChangeNothing(int length) {
        var words = "🌲".repeat(length);

        assertThat(change(new Change.AsWritten(words))).isEqualTo(new Outcome.WrongLength(length));
        assertThat(change(new Change.Refined(" " + words))).isEqualTo(new Outcome.WrongLength(length));
        assertThat(change(new Change.Rewritten(words))).isEqualTo(new Outcome.WrongLength(length));
        assertThat(stored()).isEqualTo(offered);
    }

    @Test
    void whatIsPaidOrDroppedStaysAsItIs() {
        studio.place(offered);
        var placed = stored();

        assertThat(change(new Change.Count(2))).isEqualTo(new Outcome.NotNow(placed));
        assertThat(change(new Change.Dropped())).isEqualTo(new Outcome.NotNow(placed));
        assertThat(stored()).isEqualTo(placed);
    }

    @Test
    void aStrangerChangesNothing() {
        var stranger = studio.users.welcome(new ChatId(2), "Stranger", Optional.empty(), Language.EN);

        assertThat(studio.change().change(offered.id(), stranger.id(), new Change.Dropped()))
                .isEqualTo(new Outcome.Unknown());
        assertThat(stored()).isEqualTo(offered);
    }
}
