package app.aisha.core.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a document into a file of the format a person chose. Thread-safe. */
public final class WriteDocument {

    private final DocumentWriter docx;
    private final DocumentWriter pdf;

    public WriteDocument(DocumentWriter docx, DocumentWriter pdf) {
        this.docx = docx;
        this.pdf = pdf;
    }

    /** Replaces the target. The same document gives the same bytes, on every machine. */
    public Outcome write(TextDocument document, DocumentFormat format, Path target) {
        if (!document.formats().contains(format)) {
            return new Outcome.NotTimed();
        }
        try {
            writer(format).write(document, target);
            return new Outcome.Written(target);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + target, e);
        }
    }

    private DocumentWriter writer(DocumentFormat format) {
        return switch (format) {
            case TXT -> characters(PlainText::render);
            case MARKDOWN -> characters(MarkdownText::render);
            case SRT -> characters(SrtText::render);
            case VTT -> characters(VttText::render);
            case JSON -> characters(JsonText::render);
            case DOCX -> docx;
            case PDF -> pdf;
        };
    }

    private static DocumentWriter characters(Rendering rendering) {
        return (document, target) -> {
            try (var out = Files.newBufferedWriter(target)) {
                rendering.render(document, out);
            }
        };
    }

    /** How the writing ended. */
    public sealed interface Outcome {

        record Written(Path file) implements Outcome {}

        /** Subtitles need passages with times, and the document has none; nothing was written. */
        record NotTimed() implements Outcome {}
    }

    @FunctionalInterface
    private interface Rendering {

        void render(TextDocument document, Appendable out) throws IOException;
    }
}
