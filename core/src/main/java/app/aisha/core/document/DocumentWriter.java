package app.aisha.core.document;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes documents in one format. Thread-safe. The same document gives the same bytes, on every machine. Memory grows
 * with the document, by no more than some hundred bytes for each word of it.
 */
public interface DocumentWriter {

    /** Writes the file, replacing it. Whatever characters stand in the document, it is written. */
    void write(TextDocument document, Path target) throws IOException;
}
