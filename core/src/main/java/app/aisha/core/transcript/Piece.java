package app.aisha.core.transcript;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of one stretch of a recording.
 *
 * @param index counts from 0 in the order of the recording
 * @param overlaps whether its beginning repeats the end of the piece before
 */
public record Piece(int index, Duration start, Duration end, boolean overlaps, Result result) {

    /** How the listening ended. */
    public sealed interface Result {

        /**
         * Somebody may have spoken.
         *
         * @param text may be empty; NUL, which no database keeps, is left out
         * @param language ISO 639-1 code, where the recogniser told
         */
        record Said(String text, Optional<String> language) implements Result {

            public Said {
                text = text.replace("\0", "");
            }
        }

        /** Nothing to hear; it was not sent. */
        record Silent() implements Result {}

        /** The recogniser refused it for good. */
        record Lost() implements Result {}
    }
}
