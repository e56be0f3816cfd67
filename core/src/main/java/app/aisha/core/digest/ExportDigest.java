package app.aisha.core.digest;

import app.aisha.core.document.DocumentFormat;
import app.aisha.core.document.TextDocument;
import app.aisha.core.document.WriteDocument;
import app.aisha.core.work.ScratchFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/** Writes a finished digest as a file. Thread-safe. */
public final class ExportDigest {

    private final WriteDocument writeDocument;
    private final ScratchFolders scratch;

    public ExportDigest(WriteDocument writeDocument, ScratchFolders scratch) {
        this.writeDocument = writeDocument;
        this.scratch = scratch;
    }

    /**
     * The content of the file; empty for subtitles, which a digest cannot be.
     *
     * @param document as {@link DigestDocument} makes it
     */
    public Optional<byte[]> export(TextDocument document, DocumentFormat format) {
        try (var folder = scratch.open()) {
            var target = folder.path().resolve("export." + format.extension());
            return switch (writeDocument.write(document, format, target)) {
                case WriteDocument.Outcome.Written(var file) -> Optional.of(Files.readAllBytes(file));
                case WriteDocument.Outcome.NotTimed _ -> Optional.empty();
            };
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read what was written", e);
        }
    }
}
