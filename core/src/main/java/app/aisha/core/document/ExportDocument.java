package app.aisha.core.document;

import app.aisha.core.work.ScratchFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/** A document as the bytes of a file. Thread-safe. */
public final class ExportDocument {

    private final WriteDocument writeDocument;
    private final ScratchFolders scratch;

    public ExportDocument(WriteDocument writeDocument, ScratchFolders scratch) {
        this.writeDocument = writeDocument;
        this.scratch = scratch;
    }

    /** The content of the file; empty where subtitles are asked for and the document has no passages with times. */
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
