package app.aisha.core.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.document.DocumentFormat;
import app.aisha.core.document.DocumentWriter;
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
            new ExportTranscript.Head("Planning", List.of(new Fact("Date", "today")));

    @TempDir
    private Path folder;

    private final InMemoryPieces pieces = new InMemoryPieces();
    private final Transcript.Ready ready = TranscriptExamples.ready(TranscriptExamples.someone(), "text");

    @Test
    void everyPieceIsThereWithItsTimeAndWhatWasHeardTwiceOnce() {
        keep(0, 0, 45, false, new Piece.Result.Said("we went to the forest", Optional.of("en")));
        keep(1, 43, 90, true, new Piece.Result.Said("to the forest and came back", Optional.of("en")));
        keep(2, 90, 135, false, new Piece.Result.Silent());
        keep(3, 135, 180, false, new Piece.Result.Lost());
        keep(4, 180, 200, false, new Piece.Result.Said("the end", Optional.of("en")));

        var text = text(DocumentFormat.TXT);

        assertThat(text).contains("Planning", "Date", "today", "00:02:15", "[…]", "the end");
        assertThat(text.split("forest", -1)).hasSize(2);
        assertThat(text(DocumentFormat.SRT))
                .contains("00:03:00,000 --> ", "the end")
                .doesNotContain("[…]");
    }

    @Test
    void whereNothingWasSaidThereAreNoSubtitles() {
        keep(0, 0, 45, false, new Piece.Result.Silent());

        assertThat(export(DocumentFormat.VTT)).isEmpty();
        assertThat(export(DocumentFormat.TXT)).isPresent();
        assertThat(folder).isEmptyDirectory();
    }

    private String text(DocumentFormat format) {
        return new String(export(format).orElseThrow(), StandardCharsets.UTF_8);
    }

    private Optional<byte[]> export(DocumentFormat format) {
        DocumentWriter none = (_, target) -> Files.createFile(target);
        return new ExportTranscript(pieces, new WriteDocument(none, none), new ScratchFolders(folder))
                .export(ready, HEAD, format);
    }

    private void keep(int index, int start, int end, boolean overlaps, Piece.Result result) {
        pieces.keep(ready.id(), new Piece(index, Duration.ofSeconds(start), Duration.ofSeconds(end), overlaps, result));
    }
}
