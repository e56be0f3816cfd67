package app.aisha.bot.transcript;

import static app.aisha.core.transcript.TranscriptExamples.aVoice;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.digest.DigestAction;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Document;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.transcript.Recording;
import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.transcript.TranscriptJob;
import app.aisha.core.transcript.TranscriptNotice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TranscriptDialogTest {

    private final Desk desk = new Desk();
    private final User dilnara = desk.dilnara;

    @Test
    void aRecordingIsTakenInWithoutAWordBecauseItsNoticeTells() {
        var voice = aVoice();

        assertThat(recorded(voice)).isEqualTo(Turn.silence());
        assertThat(recorded(voice)).isEqualTo(Turn.silence());

        var id =
                desk.transcripts.of(dilnara.id(), voice.message()).orElseThrow().id();
        assertThat(desk.jobs.line()).containsExactly(new TranscriptJob.Transcribe(id));
        assertThat(desk.outbox.posted()).containsExactly(new TranscriptNotice.InLine(dilnara.id(), id, 0));
    }

    @Test
    void aRecordingIsHeardInTheLanguageThatWasChosenWhenItCame() {
        var voice = aVoice();
        var preferences = dilnara.preferences().withRecognitionLanguage(Optional.of("kk"));

        desk.transcriptDialog.recorded(voice, desk.clock.instant(), dilnara.preferring(preferences));

        assertThat(desk.transcripts
                        .of(dilnara.id(), voice.message())
                        .orElseThrow()
                        .heading()
                        .spoken())
                .contains("kk");
    }

    @Test
    void whatIsTooLargeOrTooLongIsRefusedInReplyAndTheOpenDialogStays() {
        var large = recorded(claiming(21 << 20, Duration.ZERO));
        var lengthy = recorded(claiming(0, Duration.ofHours(9)));

        assertThat(words(large)).isEqualTo(new TranscriptText.TooLarge(20));
        assertThat(words(lengthy)).isEqualTo(new TranscriptText.TooLong(8));
        assertThat(large.screen().orElseThrow().inReplyTo()).isNotEqualTo(OptionalLong.empty());
        assertThat(large.next()).isEqualTo(new Turn.Next.Keep());
        assertThat(large.place()).isEqualTo(Turn.Place.BELOW);
    }

    @Test
    void anEmptyHistorySaysWhatToDo() {
        assertThat(words(tap(TranscriptAction.History.first()))).isEqualTo(new TranscriptText.NoHistory());
    }

    @Test
    void theHistoryHasFiveToAPageAndTurnsBothWays() {
        var all = Stream.generate(() -> desk.ready("text")).limit(11).toList().reversed();

        assertThat(actions(tap(TranscriptAction.History.first())).toList())
                .startsWith(open(all.get(0), null), open(all.get(1), null))
                .contains(history(all.get(5)))
                .hasSize(8);
        assertThat(actions(tap(history(all.get(5)))).toList())
                .startsWith(open(all.get(5), all.get(5)))
                .containsSubsequence(history(all.get(0)), history(all.get(10)))
                .hasSize(9);
        assertThat(actions(tap(history(all.get(10)))).toList())
                .containsExactly(
                        open(all.get(10), all.get(10)),
                        history(all.get(5)),
                        new SearchAction.Ask(),
                        new MenuAction.OpenMenu());
    }

    @Test
    void everyStateHasItsLineInTheHistory() {
        desk.queued();
        desk.stored(TranscriptExamples.queued(dilnara.id()).cancelled());
        desk.stored(TranscriptExamples.queued(dilnara.id()).failed(RecordingProblem.GONE));
        desk.ready("text").renamed("Plan");

        assertThat(labels(tap(TranscriptAction.History.first())).limit(4).map(Object::getClass))
                .containsExactly(
                        TranscriptText.ReadyItem.class,
                        TranscriptText.FailedItem.class,
                        TranscriptText.CancelledItem.class,
                        TranscriptText.WaitingItem.class);
    }

    @Test
    void anOpenedTranscriptLeadsBackToItsPage() {
        var ready = desk.ready("Привет");
        var card = tap(open(ready, ready));

        assertThat(((TranscriptText.Card) words(card)).beginning()).isEqualTo(new TranscriptText.Quote("Привет"));
        assertThat(actions(card))
                .filteredOn(action -> !(action instanceof DigestAction))
                .containsExactly(
                        new TranscriptAction.WholeText(ready.id()),
                        new TranscriptAction.Export(ready.id()),
                        new TranscriptAction.Rename(ready.id()),
                        new RecordingAction.OpenLanguages(ready.id()),
                        new RecordingAction.SendOriginal(ready.id()),
                        new RecordingAction.AskDeletion(ready.id()),
                        history(ready));
    }

    @Test
    void aLongTextBeginsOnTheCardAndEndsAfterAWord() {
        var card = (TranscriptText.Card) words(tap(open(desk.ready("слово ".repeat(600)), null)));

        assertThat(card.beginning())
                .isEqualTo(new TranscriptText.ShortQuote("слово ".repeat(116).strip()));
        assertThat(card.words()).isEqualTo(600);
    }

    @Test
    void aLongTextWithoutBlanksIsNotCutInsideACharacter() {
        var card = (TranscriptText.Card) words(tap(open(desk.ready("x" + "🎧".repeat(2_000)), null)));

        assertThat(card.beginning()).isEqualTo(new TranscriptText.ShortQuote("x" + "🎧".repeat(349)));
    }

    @Test
    void theWholeTextIsADocumentBelow() {
        var ready = desk.stored(TranscriptExamples.ready(dilnara.id(), "Привет").renamed("План: \"А/Б\"?"));

        var turn = tap(new TranscriptAction.WholeText(ready.id()));

        assertThat(turn.place()).isEqualTo(Turn.Place.BELOW);
        assertThat(turn.toast()).contains(new TranscriptText.FileSent());
        var document = (Document) turn.screen().orElseThrow().attachment().orElseThrow();
        assertThat(document).isEqualTo(new Document("План   А Б 2026-11-23 15-00.txt", "Привет\n"));
        assertThat(document.bytes()).isEqualTo("Привет\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileWithoutAUsableNameIsNamedInTheLanguageOfItsOwner() {
        var unnamed = desk.ready("text");
        var odd = desk.stored(TranscriptExamples.ready(dilnara.id(), "text").renamed("???"));

        for (var ready : List.of(unnamed, odd)) {
            assertThat(tap(new TranscriptAction.WholeText(ready.id()))
                            .screen()
                            .flatMap(screen -> screen.attachment())
                            .map(file -> ((Document) file).name()))
                    .contains("Расшифровка 2026-11-23 15-00.txt");
        }
    }

    @Test
    void renamingAsksAndThenShowsTheCardUnderItsNewName() {
        var ready = desk.ready("text");
        var asked = tap(new TranscriptAction.Rename(ready.id()));
        var naming = new TranscriptStep.Naming(ready.id());
        assertThat(words(asked)).isEqualTo(new TranscriptText.AskTitle(new TranscriptText.VoiceTitle()));
        assertThat(asked.next()).isEqualTo(new Turn.Next.Await(naming));

        var bad = say("  ", naming);
        assertThat(words(bad)).isEqualTo(new TranscriptText.BadTitle(100));
        assertThat(bad.next()).isEqualTo(new Turn.Next.Await(naming));

        var renamed = say("Plan <3", naming);
        assertThat(((TranscriptText.Card) words(renamed)).title()).isEqualTo(new TranscriptText.Title("Plan <3"));
        assertThat(renamed.next()).isEqualTo(new Turn.Next.Close());
    }

    @Test
    void aNameForSomebodyElsesTranscriptChangesNothing() {
        var ready = desk.ready("text");

        var turn = desk.transcriptDialog
                .said("Mine", new TranscriptStep.Naming(ready.id()), desk.anna)
                .orElseThrow();

        assertThat(words(turn)).isEqualTo(new TranscriptText.NoHistory());
        assertThat(desk.now(ready)).isEqualTo(ready);
    }

    @Test
    void aStepOfAnotherFeatureIsNotAnswered() {
        assertThat(desk.transcriptDialog.said("words", new Step() {}, dilnara)).isEmpty();
    }

    @Test
    void cancellingSaysSoAndASecondTapShowsHowItEnded() {
        var queued = desk.queued();

        var cancelled = tap(new TranscriptAction.Cancel(queued.id()));
        assertThat(cancelled.toast()).contains(new TranscriptText.Cancelled());
        assertThat(words(cancelled)).isEqualTo(new TranscriptText.Cancelled());
        assertThat(desk.now(queued)).isInstanceOf(Transcript.Cancelled.class);

        var again = tap(new TranscriptAction.Cancel(queued.id()));
        assertThat(again.toast()).contains(new TranscriptText.OverAlready());
        assertThat(words(again)).isEqualTo(new TranscriptText.Cancelled());
    }

    @Test
    void aTextThatIsNotThereYetIsNotFound() {
        var queued = desk.queued();

        assertThat(tap(new TranscriptAction.WholeText(queued.id())).toast()).contains(new TranscriptText.NotFound());
        assertThat(tap(new TranscriptAction.Rename(queued.id())).toast()).contains(new TranscriptText.NotFound());
    }

    @Test
    void aTranscriptIsCalledByItsFileElseByHowItWasSent() {
        for (var kind : Recording.Kind.values()) {
            var voice = aVoice();
            var recording = new Recording(
                    voice.message(), voice.file(), kind, Optional.empty(), voice.claimedLength(), voice.claimedBytes());
            desk.stored(TranscriptExamples.queued(desk.anna.id(), recording));
        }
        var named = new Recording(
                aVoice().message(), "file", Recording.Kind.AUDIO, Optional.of("talk.mp3"), Duration.ZERO, 0);
        desk.stored(TranscriptExamples.queued(dilnara.id(), named));

        assertThat(labels(desk.tap(TranscriptAction.History.first(), desk.anna)).limit(5))
                .containsExactly(
                        new TranscriptText.WaitingItem(new TranscriptText.DocumentTitle()),
                        new TranscriptText.WaitingItem(new TranscriptText.VideoNoteTitle()),
                        new TranscriptText.WaitingItem(new TranscriptText.VideoTitle()),
                        new TranscriptText.WaitingItem(new TranscriptText.AudioTitle()),
                        new TranscriptText.WaitingItem(new TranscriptText.VoiceTitle()));
        assertThat(labels(tap(TranscriptAction.History.first())))
                .startsWith(new TranscriptText.WaitingItem(new TranscriptText.Title("talk.mp3")));
        assertThat(dilnara.language()).isEqualTo(Language.RU);
    }

    private Turn tap(TranscriptAction action) {
        return desk.tap(action, dilnara);
    }

    private Turn say(String words, Step step) {
        return desk.transcriptDialog.said(words, step, dilnara).orElseThrow();
    }

    private Turn recorded(Recording recording) {
        return desk.transcriptDialog.recorded(recording, desk.clock.instant(), dilnara);
    }

    private static Recording claiming(long bytes, Duration length) {
        var voice = aVoice();
        return new Recording(voice.message(), voice.file(), voice.kind(), voice.name(), length, bytes);
    }

    private static TranscriptAction.Open open(Transcript transcript, @Nullable Transcript page) {
        return new TranscriptAction.Open(
                transcript.id(), Optional.ofNullable(page).map(Transcript::id));
    }

    private static TranscriptAction.History history(Transcript from) {
        return new TranscriptAction.History(Optional.of(from.id()));
    }

    private static Text words(Turn turn) {
        return turn.screen().orElseThrow().text();
    }

    private static Stream<Button> buttons(Turn turn) {
        return turn.screen().orElseThrow().rows().stream().flatMap(row -> row.stream());
    }

    private static Stream<Object> actions(Turn turn) {
        return buttons(turn).map(Button::action);
    }

    private static Stream<Text> labels(Turn turn) {
        return buttons(turn).map(Button::label);
    }
}
