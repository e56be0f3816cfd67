package app.aisha.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.document.WriteDocument.Outcome.NotTimed;
import app.aisha.core.document.WriteDocument.Outcome.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WriteDocumentTest {

    private final WriteDocument writeDocument = new WriteDocument(
            (document, target) -> Files.writeString(target, "docx " + document.title()),
            (document, target) -> Files.writeString(target, "pdf " + document.title()));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"TXT, П", "MARKDOWN, #", "SRT, 1", "VTT, WEBVTT", "JSON, {", "DOCX, docx П", "PDF, pdf П"})
    void everyFormatHasItsWriter(DocumentFormat format, String beginning) throws IOException {
        var target = Files.writeString(folder.resolve("a." + format.extension()), "something old and long");

        assertThat(writeDocument.write(SampleDocuments.meeting(1), format, target))
                .isEqualTo(new Written(target));
        assertThat(Files.readString(target)).startsWith(beginning).doesNotContain("old");
    }

    @ParameterizedTest
    @EnumSource(names = {"SRT", "VTT"})
    void withoutTimesThereAreNoSubtitles(DocumentFormat format) {
        var target = folder.resolve("a");
        assertThat(writeDocument.write(SampleDocuments.letter(), format, target))
                .isEqualTo(new NotTimed());
        assertThat(target).doesNotExist();
    }

    @Test
    void aFullDiskIsNotAnOutcome() {
        var target = folder.resolve("nowhere/a.txt");
        assertThatThrownBy(() -> writeDocument.write(SampleDocuments.letter(), DocumentFormat.TXT, target))
                .isInstanceOf(UncheckedIOException.class);
    }
}
