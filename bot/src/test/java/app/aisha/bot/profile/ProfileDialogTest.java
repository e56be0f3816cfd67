package app.aisha.bot.profile;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.avatar.TrainingReasons;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.picture.PictureReasons;
import app.aisha.bot.profile.ChartPainter.Bar;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Picture;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.transcript.TranscriptAction;
import app.aisha.bot.transcript.TranscriptText;
import app.aisha.bot.wallet.WalletText.Amount;
import app.aisha.core.avatar.TrainingProblem;
import app.aisha.core.picture.PictureProblem;
import app.aisha.core.profile.Statistics.Figures;
import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.Wallets.Ending;
import app.aisha.core.wallet.Wallets.Refund;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProfileDialogTest {

    private final Desk desk = new Desk();

    @Test
    void theProfileShowsBalanceAndFigures() {
        desk.statistics.on(LocalDate.of(2026, 11, 20), new Figures(3, Duration.ofMinutes(90), new Credits(40)));
        held(30);

        var profile = (ProfileText.Profile)
                words(desk.command("profile", desk.dilnara).orElseThrow());

        assertThat(profile.name()).isEqualTo("Dilnara");
        assertThat(profile.since()).startsWith("23 ноября 2026");
        assertThat(profile.transcripts()).isEqualTo(3);
        assertThat(profile.credits()).isEqualTo(new ProfileText.CreditsAndHeld(new Amount(70), new Amount(30)));
        assertThat(desk.tap(new MenuAction.OpenProfile(), desk.dilnara))
                .isEqualTo(desk.command("profile", desk.dilnara).orElseThrow());
    }

    @Test
    void theFiguresComeAsAPictureOfThirtyDays() {
        desk.statistics.on(LocalDate.of(2026, 11, 23), new Figures(2, Duration.ofSeconds(61), new Credits(10)));
        desk.statistics.on(LocalDate.of(2026, 1, 1), new Figures(5, Duration.ofHours(1), new Credits(50)));

        var turn = desk.tap(new ProfileAction.Figures(), desk.dilnara);

        assertThat(turn.screen().flatMap(Screen::attachment)).containsInstanceOf(Picture.class);
        assertThat(words(turn))
                .isEqualTo(new ProfileText.Figures(
                        30,
                        2,
                        Duration.ofSeconds(61),
                        new ProfileText.Spent(new Amount(10)),
                        7,
                        Duration.ofSeconds(3_661)));
        var chart = desk.painter.last();
        assertThat(chart.panels()).hasSize(2);
        assertThat(chart.panels().getFirst().bars()).hasSize(30).last().isEqualTo(new Bar("23 нояб.", 2));
        assertThat(chart.panels().getLast().bars()).last().isEqualTo(new Bar("23 нояб.", 10));
    }

    @Test
    void receiptsTurnPagesAndLeadBackToThem() {
        for (var i = 1; i <= 6; i++) {
            desk.wallets.book(desk.dilnara.id(), new Booking.Grant(UUID.randomUUID(), new Credits(i), "reason " + i));
        }

        var first = desk.tap(ProfileAction.Receipts.first(), desk.dilnara);
        assertThat(actions(first))
                .contains(
                        new ProfileAction.OpenReceipt(number(7), Optional.empty()),
                        new ProfileAction.Receipts(Optional.of(number(2))))
                .last()
                .isEqualTo(new MenuAction.OpenProfile());

        var second = desk.tap(new ProfileAction.Receipts(Optional.of(number(2))), desk.dilnara);
        assertThat(actions(second))
                .containsExactly(
                        new ProfileAction.OpenReceipt(number(2), Optional.of(number(2))),
                        new ProfileAction.OpenReceipt(number(1), Optional.of(number(2))),
                        new ProfileAction.Receipts(Optional.of(number(7))),
                        new MenuAction.OpenProfile());

        var opened = desk.tap(new ProfileAction.OpenReceipt(number(2), Optional.of(number(2))), desk.dilnara);
        assertThat(((ProfileText.Receipt) words(opened)).what()).isEqualTo(new ProfileText.Grant("reason 1"));
        assertThat(actions(opened)).last().isEqualTo(new ProfileAction.Receipts(Optional.of(number(2))));
    }

    @Test
    void aReceiptTellsTheWholeStoryOfItsWork() {
        var hold = held(30);
        assertThat(story(2)).isEqualTo(new ProfileText.StillOpen(new Amount(30)));

        desk.wallets.settle(hold.id(), new Ending.Capture(new Credits(20)));
        assertThat(story(2)).isEqualTo(new ProfileText.PartCharged(new Amount(20), new Amount(10)));
        assertThat(story(3)).isEqualTo(story(2));

        desk.wallets.refund(hold.id(), new Refund(UUID.randomUUID(), new Credits(5), "sorry"));
        assertThat(story(4)).isEqualTo(new ProfileText.GivenBackLater(new Amount(20), new Amount(5)));
    }

    @Test
    void aReceiptSaysWhyNothingWasCharged() {
        released(held(10), RecordingProblem.BROKEN.name());
        assertThat(story(3)).isEqualTo(new ProfileText.NothingCharged(new TranscriptText.Broken()));
        released(held(10), "CANCELLED");
        assertThat(story(5)).isEqualTo(new ProfileText.NothingCharged(new ProfileText.BecauseCancelled()));
        released(held(10), "NOTHING_SAID");
        assertThat(story(7)).isEqualTo(new ProfileText.NothingCharged(new ProfileText.BecauseNothingWasSaid()));
        released(held(10), "whatever comes later");
        assertThat(story(9)).isEqualTo(new ProfileText.NothingCharged(new ProfileText.BecauseItFailed()));
    }

    @Test
    void aReceiptOfAPictureOrAnAvatarGivesItsOwnReasons() {
        released(held(Purpose.Kind.PICTURE), "NO_SERVICE");
        assertThat(story(3))
                .isEqualTo(new ProfileText.NothingCharged(
                        new ProfileText.Because(PictureReasons.of(PictureProblem.NO_SERVICE))));
        released(held(Purpose.Kind.PICTURE), "CANCELLED");
        assertThat(story(5)).isEqualTo(new ProfileText.NothingCharged(new ProfileText.BecauseCancelled()));
        released(held(Purpose.Kind.AVATAR), "NO_SERVICE");
        assertThat(story(7)).isEqualTo(new ProfileText.NothingCharged(TrainingReasons.of(TrainingProblem.NO_SERVICE)));
        released(held(Purpose.Kind.AVATAR), "whatever comes later");
        assertThat(story(9)).isEqualTo(new ProfileText.NothingCharged(new ProfileText.BecauseItFailed()));
    }

    private Hold held(Purpose.Kind kind) {
        var hold = new Hold(
                new HoldId(desk.ids.next()),
                desk.dilnara.id(),
                new Purpose(kind, desk.ids.next()),
                new Credits(5),
                desk.clock.instant().plus(Duration.ofHours(1)),
                new Hold.State.Open());
        desk.wallets.hold(hold);
        return hold;
    }

    @Test
    void aReceiptOpensItsTranscript() {
        var hold = held(10);

        var opened = desk.tap(new ProfileAction.OpenReceipt(number(2), Optional.empty()), desk.dilnara);

        var transcript = new TranscriptId(hold.purpose().subject());
        assertThat(actions(opened)).contains(new TranscriptAction.Open(transcript, Optional.empty()));
    }

    @Test
    void aReceiptThatIsNotThereShowsTheList() {
        var turn = desk.tap(new ProfileAction.OpenReceipt(number(99), Optional.empty()), desk.dilnara);

        assertThat(turn.toast()).contains(new ProfileText.NotFound());
        assertThat(words(turn)).isInstanceOf(ProfileText.Receipts.class);
    }

    @Test
    void whereNothingCostsAnythingNothingSpeaksOfCredits() {
        var free = Desk.free();

        var profile = free.command("profile", free.dilnara).orElseThrow();
        assertThat(((ProfileText.Profile) words(profile)).credits()).isEqualTo(new MenuText.Nothing());
        assertThat(actions(profile))
                .noneMatch(action -> action.getClass().getName().contains("Wallet"));
        free.tap(new ProfileAction.Figures(), free.dilnara);
        assertThat(free.painter.last().panels()).hasSize(1);
        assertThat(words(free.tap(ProfileAction.Receipts.first(), free.dilnara)))
                .isInstanceOf(ProfileText.Profile.class);
    }

    private Hold held(long amount) {
        var waiting = desk.waiting(amount);
        var quote = desk.till.find(waiting.quote(), desk.dilnara.id()).orElseThrow();
        desk.till.hold(quote, Duration.ofDays(1));
        return desk.wallets.find(HoldId.of(quote.id())).orElseThrow();
    }

    private void released(Hold hold, String why) {
        desk.wallets.settle(hold.id(), new Ending.Release(why));
    }

    private Text story(long number) {
        var turn = desk.tap(new ProfileAction.OpenReceipt(number(number), Optional.empty()), desk.dilnara);
        return ((ProfileText.Receipt) words(turn)).story();
    }

    private static ProfileAction.ReceiptNumber number(long value) {
        return new ProfileAction.ReceiptNumber(value);
    }

    private static Text words(Turn turn) {
        return turn.screen().orElseThrow().text();
    }

    private static List<Action> actions(Turn turn) {
        return turn.screen().orElseThrow().rows().stream()
                .flatMap(List::stream)
                .map(Button::action)
                .toList();
    }
}
