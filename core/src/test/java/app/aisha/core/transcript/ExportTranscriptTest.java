package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.document.DocumentFormat;
import app.aisha.core.document.DocumentWriter;
import app.aisha.core.document.ExportDocument;
import app.aisha.core.document.Fact;
import app.aisha.core.document.WriteDocument;
import app.aisha.core.work.ScratchFolders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTranscriptTest {

    private static final ExportTranscript.Head HEAD =
            new ExportTranscript.Head("Planning", List.of(new Fact("Date", "today")), label -> "Voice " + label);

    @TempDir
    private Path folder;

    private final InMemoryPassages passages = new InMemoryPassages();
    private final Transcript.Ready ready = TranscriptExamples.ready(TranscriptExamples.someone(), "text");

    @Test
    void everyPassageIsThereWithItsTimeAndItsVoice() {
        passages.keep(
                ready.id(),
                List.of(
                        Saying.passage(0, 4, "We went to the forest.").saidBy("S1"),
                        Saying.passage(4, 6, "And came back.").saidBy("S1"),
                        Passage.gap(new Stretch(Duration.ofSeconds(135), Duration.ofSeconds(180))),
                        Saying.passage(180, 181, "The end.").saidBy("S2")));

        assertThat(text(DocumentFormat.TXT))
                .contains("Planning", "Date", "today", "[00:02:15] […]")
                .contains("[00:00:00] Voice S1: We went to the forest. And came back.")
                .contains("[00:03:00] Voice S2: The end.");
        assertThat(text(DocumentFormat.SRT))
                .contains("00:00:04,000 --> 00:00:06,000", "And came back.", "00:03:00,000 --> ", "The end.")
                .doesNotContain("[…]");
    }

    @Test
    void whatWasSentAsTextHasNoTimesAndNoSubtitles() {
        passages.keep(ready.id(), List.of(new Passage(Optional.empty(), Optional.empty(), "Just a paragraph.")));

        assertThat(text(DocumentFormat.TXT)).contains("\nJust a paragraph.").doesNotContain("[00:");
        assertThat(export(DocumentFormat.SRT)).isEmpty();
    }

    @Test
    void whereNothingWasSaidThereAreNoSubtitles() {
        assertThat(export(DocumentFormat.VTT)).isEmpty();
        assertThat(export(DocumentFormat.TXT)).isPresent();
        assertThat(folder).isEmptyDirectory();
    }

    private String text(DocumentFormat format) {
        return new String(export(format).orElseThrow(), StandardCharsets.UTF_8);
    }

    private Optional<byte[]> export(DocumentFormat format) {
        DocumentWriter none = (_, target) -> Files.createFile(target);
        return new ExportTranscript(
                        passages, new ExportDocument(new WriteDocument(none, none), new ScratchFolders(folder)))
                .export(ready, HEAD, format);
    }
}
