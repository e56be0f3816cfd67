package app.aisha.bot.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Desk;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.ExportedFile;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Turn;
import app.aisha.core.document.DocumentFormat;
import app.aisha.core.transcript.Saying;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportScreensTest {

    private final Desk desk = new Desk();

    private Turn tap(TranscriptAction action) {
        return desk.tap(action, desk.dilnara);
    }

    @Test
    void aTranscriptIsSentInTheFormatThatIsTapped() {
        var ready = desk.ready("Привет");
        desk.passages.keep(ready.id(), List.of(Saying.passage(0, 30, "Привет")));
        assertThat(tap(new TranscriptAction.Export(ready.id())).screen().orElseThrow().rows().stream()
                        .flatMap(List::stream)
                        .map(Button::action))
                .contains(new TranscriptAction.ExportAs(ready.id(), DocumentFormat.PDF));

        var turn = tap(new TranscriptAction.ExportAs(ready.id(), DocumentFormat.SRT));

        var file = (ExportedFile) turn.screen().flatMap(Screen::attachment).orElseThrow();
        assertThat(file.name()).endsWith(".srt");
        assertThat(new String(file.bytes(), StandardCharsets.UTF_8)).contains("00:00:00,000 --> ", "Привет");
    }

    @Test
    void whereNothingWasSaidThereAreNoSubtitles() {
        var turn = tap(new TranscriptAction.ExportAs(desk.ready("").id(), DocumentFormat.VTT));

        assertThat(turn.screen()).isEmpty();
        assertThat(turn.toast()).contains(new TranscriptText.NothingToSubtitle());
    }
}
