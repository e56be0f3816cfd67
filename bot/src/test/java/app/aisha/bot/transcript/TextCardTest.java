package app.aisha.bot.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.account.OfferedLanguage;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Turn;
import app.aisha.core.document.DocumentFormat;
import app.aisha.core.media.MediaKey;
import app.aisha.core.transcript.Original;
import app.aisha.core.transcript.Speakers;
import app.aisha.core.transcript.TextFormat;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.transcript.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was sent as text is offered nothing that only a recording has. */
class TextCardTest {

    private final Desk desk = new Desk();

    private Transcript.Ready text(TextFormat format, Duration length) {
        var original = new Original(new MediaKey("users/1/recordings/2/original"), format.container(), length);
        var wording = new Wording("Two words", Optional.empty(), 0);
        return desk.stored(TranscriptExamples.queued(desk.dilnara.id()).read(original, wording, Speakers.UNKNOWN));
    }

    private Turn tap(Action action) {
        return desk.tap(action, desk.dilnara);
    }

    private static List<Action> actions(Turn turn) {
        return turn.screen().orElseThrow().rows().stream()
                .flatMap(List::stream)
                .map(Button::action)
                .toList();
    }

    @Test
    void theCardSaysWordsAndDateAndNothingOfSound() {
        var text = text(TextFormat.TXT, Duration.ZERO);

        var card = tap(new TranscriptAction.Open(text.id(), Optional.empty()));

        assertThat(card.screen().orElseThrow().text())
                .isInstanceOfSatisfying(
                        TranscriptText.TextCard.class,
                        said -> assertThat(said.words()).isEqualTo(2));
        assertThat(actions(card))
                .contains(
                        new TranscriptAction.WholeText(text.id()),
                        new TranscriptAction.Export(text.id()),
                        new TranscriptAction.Rename(text.id()),
                        new RecordingAction.AskDeletion(text.id()))
                .doesNotContain(
                        new RecordingAction.OpenLanguages(text.id()),
                        new RecordingAction.SendOriginal(text.id()),
                        new RecordingAction.TryGaps(text.id()));
    }

    @Test
    void theListCallsItAText() {
        text(TextFormat.SRT, Duration.ofSeconds(5));

        var labels = tap(TranscriptAction.History.first()).screen().orElseThrow().rows().stream()
                .flatMap(List::stream)
                .map(Button::label);

        assertThat(labels)
                .anyMatch(TranscriptText.TextItem.class::isInstance)
                .noneMatch(TranscriptText.ReadyItem.class::isInstance);
    }

    @Test
    void subtitlesAreMadeWhereThereAreTimesOnly() {
        var plain = text(TextFormat.DOCX, Duration.ZERO);
        var timed = text(TextFormat.VTT, Duration.ofSeconds(5));
        var srt = DocumentFormat.SRT;

        assertThat(actions(tap(new TranscriptAction.Export(plain.id()))))
                .doesNotContain(new TranscriptAction.ExportAs(plain.id(), srt));
        assertThat(tap(new TranscriptAction.ExportAs(plain.id(), srt)).toast())
                .contains(new TranscriptText.NoTimesToSubtitle());
        assertThat(actions(tap(new TranscriptAction.Export(timed.id()))))
                .contains(new TranscriptAction.ExportAs(timed.id(), srt));
    }

    @Test
    void anotherLanguageIsNotListenedFor() {
        var text = text(TextFormat.TXT, Duration.ZERO);

        assertThat(tap(new RecordingAction.ListenIn(text.id(), OfferedLanguage.DE))
                        .toast())
                .contains(new TranscriptText.NotFound());
        assertThat(tap(new RecordingAction.OpenLanguages(text.id())).toast()).contains(new TranscriptText.NotFound());
        assertThat(desk.jobs.line()).isEmpty();
    }
}
