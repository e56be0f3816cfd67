package app.aisha.core.transcript;

import java.nio.file.Path;
import java.util.List;

/** Reads files that hold text instead of sound, by their bytes and never by their names. Thread-safe. */
public interface TextFiles {

    /** The longest text; files may be larger than it in bytes. */
    int MOST_CHARACTERS = 2_000_000;

    int MOST_PASSAGES = 50_000;

    /** In bytes, of plain text and subtitles. */
    int LARGEST_TEXT = 5 << 20;

    /** In bytes, of documents with pictures and all. */
    int LARGEST_DOCUMENT = 20 << 20;

    /** Needs memory and time for as much as the limits allow, whatever the file holds. */
    Reading read(Path file);

    /** What a file came to. */
    sealed interface Reading {

        /**
         * The file is text.
         *
         * @param passages its paragraphs, or its subtitles with their places in the order of their beginnings and with the
         *     names of those who speak where these are given; never empty
         */
        record Read(TextFormat format, List<Passage> passages) implements Reading {

            public Read {
                passages = List.copyOf(passages);
                if (passages.isEmpty()) {
                    throw new IllegalArgumentException("A text without words");
                }
            }
        }

        /** The file is a text or a document, but not one that can be read. */
        record Unreadable(RecordingProblem problem) implements Reading {}

        record NoText() implements Reading {}
    }
}
