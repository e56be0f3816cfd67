package app.aisha.core.transcript;

import static app.aisha.core.transcript.ScriptedTranscriber.heard;
import static app.aisha.core.transcript.ScriptedTranscriber.indexOf;
import static app.aisha.core.transcript.ScriptedTranscriber.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.transcript.ConfirmTranscript.Outcome;
import app.aisha.core.wallet.Account;
import app.aisha.core.wallet.Booking;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.QuoteId;
import app.aisha.core.wallet.Receipt;
import app.aisha.core.wallet.Tariff;
import app.aisha.core.wallet.Till;
import app.aisha.core.work.JobOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a transcript costs, from the quote to the last receipt. A minute costs 10 credits, the first one nothing. */
class PricedTranscriptTest {

    private static final Tariff TARIFF = new Tariff(new Credits(10), Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    private Studio studio;
    private UserId dilnara = TranscriptExamples.someone();
    private TranscriptId id = TranscriptExamples.someId();

    @BeforeEach
    void givenARecordingOfThreeMinutes() throws Exception {
        studio = new Studio(folder);
        studio.charges(TARIFF);
        dilnara = studio.users
                .welcome(new ChatId(1), "Dilnara", Optional.empty(), Language.RU)
                .id();
        studio.sound.isLong(4);
        studio.transcriber.answersPieces(clip -> heard("part" + indexOf(clip)));
        id = studio.accepted(dilnara);
    }

    @Test
    void aPriceIsShownBeforeAnythingIsSpentOrSent() throws Exception {
        assertThat(studio.finished(id)).isInstanceOf(Transcript.Waiting.class);

        assertThat(studio.told()).containsExactly("InLine", "Fetching", "Offered");
        assertThat(studio.transcriber.sent()).isEmpty();
        assertThat(free()).isEqualTo(100);
        assertThat(studio.quotes.find(quote()).orElseThrow().price()).isEqualTo(new Credits(20));
    }

    @Test
    void theFirstMinuteIsFree() throws Exception {
        studio.sound.isShort(Duration.ofSeconds(60));

        assertThat(studio.finished(studio.accepted(dilnara))).isInstanceOf(Transcript.Ready.class);
        assertThat(studio.wallets.page(dilnara, OptionalLong.empty(), 5).items())
                .isEmpty();
    }

    @Test
    void agreedToItIsHeldListenedToAndCharged() throws Exception {
        studio.finished(id);

        assertThat(studio.confirm(quote(), dilnara)).isInstanceOfSatisfying(Outcome.Started.class, started -> {
            assertThat(started.price()).isEqualTo(new Credits(20));
            assertThat(started.balance().held()).isEqualTo(new Credits(20));
        });
        assertThat(studio.jobs.line()).contains(new TranscriptJob.Continue(id));

        var ready = (Transcript.Ready) studio.finished(id);
        assertThat(ready.bill()).contains(new Transcript.Bill(new Credits(20), Credits.NONE));
        assertThat(free()).isEqualTo(80);
        assertThat(studio.wallets.of(dilnara).held()).isEqualTo(Credits.NONE);
        assertThat(studio.wallets.total(Account.REVENUE)).isEqualTo(20);
    }

    @Test
    void silenceAndGapsComeBack() throws Exception {
        studio.sound.isSilentAt(0);
        studio.transcriber.answersPieces(clip -> indexOf(clip) == 2 ? refused() : heard("part"));
        studio.finished(id);
        studio.confirm(quote(), dilnara);

        var ready = (Transcript.Ready) studio.finished(id);

        assertThat(ready.bill()).contains(new Transcript.Bill(new Credits(10), new Credits(10)));
        assertThat(free()).isEqualTo(90);
    }

    @Test
    void whereNothingWasSaidNothingIsCharged() throws Exception {
        studio.transcriber.answersPieces(_ -> heard(" "));
        studio.finished(id);
        studio.confirm(quote(), dilnara);

        var ready = (Transcript.Ready) studio.finished(id);

        assertThat(ready.bill()).contains(new Transcript.Bill(Credits.NONE, new Credits(20)));
        assertThat(free()).isEqualTo(100);
        assertThat(lastReceipt().kind()).isEqualTo(Receipt.Kind.VOID);
        assertThat(lastReceipt().note()).isEqualTo(EndTranscript.NOTHING_SAID);
    }

    @Test
    void twoConfirmationsCostOnce() throws Exception {
        studio.finished(id);
        var quote = quote();

        studio.confirm(quote, dilnara);

        assertThat(studio.confirm(quote, dilnara)).isEqualTo(new Outcome.StartedAlready(id));
        studio.finished(id);
        assertThat(studio.confirm(quote, dilnara)).isEqualTo(new Outcome.StartedAlready(id));
        assertThat(free()).isEqualTo(80);
    }

    @Test
    void aFailureGivesEverythingBackAndTheReceiptSaysWhy() throws Exception {
        studio.finished(id);
        studio.confirm(quote(), dilnara);
        studio.transcriber.answersPieces(_ -> refused());

        var failed = (Transcript.Failed) studio.finished(id);

        assertThat(failed.returned()).isEqualTo(new Credits(20));
        assertThat(free()).isEqualTo(100);
        assertThat(lastReceipt().note()).isEqualTo(RecordingProblem.REFUSED.name());
        assertThat(lastReceipt().hold().orElseThrow().state())
                .isEqualTo(new Hold.State.Voided(RecordingProblem.REFUSED.name()));
        assertThat(studio.outbox.posted(TranscriptNotice.Over.class)).hasSize(1);
    }

    @Test
    void cancellingGivesEverythingBack() throws Exception {
        studio.finished(id);
        studio.confirm(quote(), dilnara);

        studio.cancelTranscript.cancel(id, dilnara);

        assertThat(studio.transcripts.find(id).orElseThrow())
                .isInstanceOfSatisfying(
                        Transcript.Cancelled.class,
                        cancelled -> assertThat(cancelled.returned()).isEqualTo(new Credits(20)));
        assertThat(free()).isEqualTo(100);
        assertThat(lastReceipt().note()).isEqualTo(EndTranscript.CANCELLED);
    }

    @Test
    void givingUpGivesEverythingBack() throws Exception {
        studio.finished(id);
        studio.confirm(quote(), dilnara);

        studio.giveUpTranscript.giveUp(id);

        assertThat(free()).isEqualTo(100);
    }

    @Test
    void whoeverCannotAffordItKeepsTheOfferAndPaysLater() throws Exception {
        studio.charges(new Tariff(new Credits(60), Duration.ofMinutes(1)));
        studio.finished(id);
        var quote = quote();

        assertThat(studio.confirm(quote, dilnara))
                .isInstanceOfSatisfying(
                        Outcome.TooPoor.class, poor -> assertThat(poor.price()).isEqualTo(new Credits(120)));
        assertThat(studio.transcripts.find(id).orElseThrow()).isInstanceOf(Transcript.Waiting.class);

        studio.wallets.book(dilnara, new Booking.Grant(UUID.randomUUID(), new Credits(50), "sorry"));
        assertThat(studio.confirm(quote, dilnara)).isInstanceOf(Outcome.Started.class);
        assertThat(free()).isEqualTo(30);
    }

    @Test
    void aPriceThatChangedIsShownAnew() throws Exception {
        studio.finished(id);
        var old = quote();
        studio.charges(new Tariff(new Credits(15), Duration.ofMinutes(1)));

        assertThat(studio.confirm(old, dilnara)).isEqualTo(new Outcome.Outdated(id, new Credits(20), new Credits(30)));

        assertThat(free()).isEqualTo(100);
        assertThat(quote()).isNotEqualTo(old);
        assertThat(studio.outbox.posted()).last().isEqualTo(new TranscriptNotice.Offered(dilnara, id));
        assertThat(studio.confirm(quote(), dilnara)).isInstanceOf(Outcome.Started.class);
        assertThat(free()).isEqualTo(70);
    }

    @Test
    void aQuoteOfYesterdayIsShownAnew() throws Exception {
        studio.finished(id);
        var old = quote();
        studio.clock.advance(Till.VALIDITY);

        assertThat(studio.confirm(old, dilnara)).isEqualTo(new Outcome.Outdated(id, new Credits(20), new Credits(20)));
        assertThat(studio.confirm(old, dilnara)).isInstanceOf(Outcome.Outdated.class);
        assertThat(free()).isEqualTo(100);
        assertThat(studio.confirm(quote(), dilnara)).isInstanceOf(Outcome.Started.class);
    }

    @Test
    void theTariffOfTheQuoteCountsToTheEnd() throws Exception {
        studio.finished(id);
        studio.confirm(quote(), dilnara);
        studio.charges(new Tariff(new Credits(1_000), Duration.ZERO));
        studio.transcriber.answersPieces(clip -> indexOf(clip) > 1 ? heard(" ") : heard("part"));

        var ready = (Transcript.Ready) studio.finished(id);

        assertThat(ready.bill()).contains(new Transcript.Bill(new Credits(10), new Credits(10)));
    }

    @Test
    void aStrangersConfirmationFindsNothing() throws Exception {
        studio.finished(id);

        assertThat(studio.confirm(quote(), TranscriptExamples.someone())).isEqualTo(new Outcome.Unknown());
        assertThat(studio.confirm(new QuoteId(UUID.randomUUID()), dilnara)).isEqualTo(new Outcome.Unknown());
        assertThat(free()).isEqualTo(100);
    }

    @Test
    void whoeverIsAskedNoMorePaysAtOnce() throws Exception {
        asksNoMore();

        assertThat(studio.finished(id)).isInstanceOf(Transcript.Ready.class);
        assertThat(free()).isEqualTo(80);
    }

    @Test
    void whoeverIsAskedNoMoreAndIsTooPoorIsShownThePrice() throws Exception {
        asksNoMore();
        studio.charges(new Tariff(new Credits(60), Duration.ofMinutes(1)));

        assertThat(studio.finished(id)).isInstanceOf(Transcript.Waiting.class);
        assertThat(free()).isEqualTo(100);
    }

    @Test
    void aTroubleIsWaitedForSinceTheAgreementAndNotSinceTheRecording() throws Exception {
        studio.finished(id);
        studio.clock.advance(Duration.ofHours(20));
        studio.confirm(quote(), dilnara);
        studio.media.setAway(true);

        assertThat(studio.advance(id)).isInstanceOf(JobOutcome.Again.class);
    }

    @Test
    void anErrorInTheMiddleOfAConfirmationLeavesNothingHeld() throws Exception {
        studio.finished(id);
        studio.transcripts.refuseTheNextSave();

        assertThatThrownBy(() -> studio.confirm(quote(), dilnara)).hasMessageContaining("refused");

        assertThat(studio.wallets.of(dilnara).held()).isEqualTo(Credits.NONE);
        assertThat(studio.transcripts.find(id).orElseThrow()).isInstanceOf(Transcript.Waiting.class);
    }

    private void asksNoMore() {
        var preferences = studio.users.find(dilnara).orElseThrow().preferences();
        studio.users.prefer(dilnara, preferences.withConfirmedQuotes(false));
    }

    private QuoteId quote() {
        return ((Transcript.Waiting) studio.transcripts.find(id).orElseThrow()).quote();
    }

    private long free() {
        return studio.wallets.of(dilnara).free().amount();
    }

    private Receipt lastReceipt() {
        return studio.wallets.page(dilnara, OptionalLong.empty(), 1).items().getFirst();
    }
}
