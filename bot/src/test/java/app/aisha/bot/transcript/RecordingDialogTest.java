package app.aisha.bot.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.account.OfferedLanguage;
import app.aisha.bot.screen.Original;
import app.aisha.bot.screen.Turn;
import app.aisha.core.Examples;
import app.aisha.core.account.User;
import app.aisha.core.transcript.Speakers;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.TranscriptJob;
import app.aisha.core.transcript.TranscriptNotice;
import app.aisha.core.transcript.Wording;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingDialogTest {

    private final Desk desk = new Desk();
    private final User dilnara = desk.dilnara;
    private final Transcript.Ready ready = desk.ready("Привет");

    private Turn tap(RecordingAction action) {
        return desk.tap(action, dilnara);
    }

    private Transcript again(String language) {
        return desk.transcripts
                .again(dilnara.id(), ready.heading().recording().message(), language)
                .orElseThrow();
    }

    @Test
    void theOriginalGoesBackTheWayItCame() {
        var turn = tap(new RecordingAction.SendOriginal(ready.id()));

        var original = (Original) turn.screen().orElseThrow().attachment().orElseThrow();
        assertThat(original.file()).isEqualTo(ready.heading().recording().file());
        assertThat(original.key()).isEqualTo(ready.original().key());
        assertThat(original.name()).startsWith("Расшифровка ").endsWith(".ogg");
        assertThat(original.excuses().tooLarge()).contains("50");
        assertThat(turn.place()).isEqualTo(Turn.Place.BELOW);
    }

    @Test
    void deletingAsksFirstAndASecondTapIsHarmless() {
        var asked = tap(new RecordingAction.AskDeletion(ready.id()));
        assertThat(asked.screen().orElseThrow().text()).isInstanceOf(RecordingText.AskDeletion.class);
        assertThat(desk.now(ready)).isEqualTo(ready);

        assertThat(tap(new RecordingAction.Delete(ready.id()))
                        .screen()
                        .orElseThrow()
                        .text())
                .isEqualTo(new RecordingText.Deleted());
        var second = tap(new RecordingAction.Delete(ready.id()));

        assertThat(second.screen()).isEmpty();
        assertThat(second.toast()).contains(new TranscriptText.NotFound());
        assertThat(desk.transcripts.find(ready.id())).isEmpty();
        assertThat(desk.jobs.line()).containsExactly(new TranscriptJob.Erase(dilnara.id(), ready.id()));
    }

    @Test
    void whatIsInWorkIsNotDeleted() {
        var queued = desk.queued();

        assertThat(tap(new RecordingAction.Delete(queued.id())).toast()).contains(new RecordingText.CancelFirst());
        assertThat(desk.now(queued)).isEqualTo(queued);
    }

    @Test
    void anotherLanguageMakesATranscriptNamedAfterIt() {
        var turn = tap(new RecordingAction.ListenIn(ready.id(), OfferedLanguage.EN));

        assertThat(turn.toast()).contains(new RecordingText.ListeningAgain("английский"));
        assertThat(again("en").heading().title()).contains("Голосовое сообщение (английский)");
        assertThat(desk.jobs.line())
                .containsExactly(new TranscriptJob.Transcribe(again("en").id()));

        assertThat(tap(new RecordingAction.ListenIn(ready.id(), OfferedLanguage.EN))
                        .toast())
                .contains(new RecordingText.ThereAlready());
        assertThat(desk.transcripts.count(dilnara.id())).isEqualTo(2);
    }

    @Test
    void aLanguageWithoutAButtonIsWritten() {
        var asked = tap(new RecordingAction.AskLanguage(ready.id()));
        assertThat(asked.next()).isEqualTo(new Turn.Next.Await(new RecordingStep.NamingLanguage(ready.id())));

        var unknown = desk.say("клингонский", new RecordingStep.NamingLanguage(ready.id()), dilnara);
        assertThat(unknown.screen().orElseThrow().text()).isEqualTo(new RecordingText.UnknownLanguage());
        assertThat(unknown.next()).isEqualTo(asked.next());

        desk.say("грузинский", new RecordingStep.NamingLanguage(ready.id()), dilnara);
        assertThat(again("ka").heading().spoken()).contains("ka");
    }

    @Test
    void theNameOfTheLanguageDoesNotPileUp() {
        tap(new RecordingAction.ListenIn(ready.id(), OfferedLanguage.EN));
        var english = (Transcript.Queued) again("en");
        var heard = english.started(TranscriptExamples.ORIGINAL, Optional.empty(), desk.clock.instant());
        desk.transcripts.save(heard);
        var done = heard.ready(new Wording("Hello", Optional.of("en"), 0), Speakers.UNKNOWN, Duration.ofSeconds(1));
        desk.transcripts.save(done);

        tap(new RecordingAction.ListenIn(done.id(), OfferedLanguage.DE));

        assertThat(again("de").heading().title()).contains("Голосовое сообщение (немецкий)");
    }

    @Test
    void gapsAreTriedAgainOnceHoweverOftenOneTaps() {
        var gappy = desk.stored(TranscriptExamples.working(dilnara.id())
                .ready(new Wording("text", Optional.empty(), 2), Speakers.UNKNOWN, Duration.ofSeconds(1)));

        for (var tap = 0; tap < 2; tap++) {
            assertThat(tap(new RecordingAction.TryGaps(gappy.id())).toast()).contains(new RecordingText.TryingGaps());
        }

        assertThat(desk.jobs.line()).containsExactly(new TranscriptJob.FillGaps(gappy.id()));
        assertThat(tap(new RecordingAction.TryGaps(ready.id())).toast()).contains(new RecordingText.NoGaps());
    }

    @Test
    void theEndOfATryIsTold() {
        var announcer = new TranscriptAnnouncer(desk.transcripts, desk.screens);
        var title = Titles.of(ready.heading());

        assertThat(announcer
                        .announce(new TranscriptNotice.GapsHeard(dilnara.id(), ready.id(), 3, 2, 0), dilnara)
                        .orElseThrow()
                        .text())
                .isEqualTo(new RecordingText.GapsFilled(title, 2));
        assertThat(announcer
                        .announce(new TranscriptNotice.GapsHeard(dilnara.id(), ready.id(), 3, 1, 1), dilnara)
                        .orElseThrow()
                        .text())
                .isEqualTo(new RecordingText.GapsFilledInPart(title, 1, 1));
        assertThat(announcer
                        .announce(new TranscriptNotice.GapsHeard(dilnara.id(), ready.id(), 3, 0, 1), dilnara)
                        .orElseThrow()
                        .text())
                .isEqualTo(new RecordingText.GapsStay(title, 1));
    }

    @Test
    void aStrangersForgedButtonsFindNothingAndChangeNothing() {
        var forging = new Examples(4).given(TranscriptId.class, ready::id);

        Examples.recordsOf(RecordingAction.class).forEach(type -> {
            var turn = desk.tap((RecordingAction) forging.of(type), desk.anna);

            assertThat(turn.screen()).as(type.getSimpleName()).isEmpty();
            assertThat(turn.toast()).contains(new TranscriptText.NotFound());
        });
        desk.say("грузинский", new RecordingStep.NamingLanguage(ready.id()), desk.anna);

        assertThat(desk.now(ready)).isEqualTo(ready);
        assertThat(desk.jobs.line()).isEmpty();
    }
}
