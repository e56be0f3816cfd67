package app.aisha.core.transcript;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of one stretch of a recording.
 *
 * @param index counts from 0 in the order in which the pieces were cut: of two tracks the pieces of the first come first
 * @param track whose sound it is
 * @param overlaps whether its beginning repeats the end of the piece before
 */
public record Piece(int index, Track track, Duration start, Duration end, boolean overlaps, Result result) {

    /** A piece of a recording that is heard as a whole. */
    public Piece(int index, Duration start, Duration end, boolean overlaps, Result result) {
        this(index, Track.ALL, start, end, overlaps, result);
    }

    public Stretch place() {
        return new Stretch(start, end);
    }

    /** How the listening ended. */
    public sealed interface Result {

        /**
         * Somebody may have spoken.
         *
         * @param passages with their places in the recording and, where the recogniser tells voices apart, labels that mean
         *     nothing in other pieces; may be empty
         * @param language ISO 639-1 code, where the recogniser told
         */
        record Said(List<Passage> passages, Optional<String> language) implements Result {

            public Said {
                passages = List.copyOf(passages);
            }
        }

        /** Nothing to hear; it was not sent. */
        record Silent() implements Result {}

        /** The recogniser refused it for good. */
        record Lost() implements Result {}
    }
}
