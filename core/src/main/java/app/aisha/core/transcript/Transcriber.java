package app.aisha.core.transcript;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Turns speech into text. Slow: one call takes seconds to minutes. Thread-safe. */
public interface Transcriber {

    /**
     * Listens to one clip. Retries what passes within a minute by itself; the call costs money, so a clip is never sent
     * again after an answer arrived.
     *
     * @throws TranscriberUnavailable nothing is known; the same clip may be sent later
     */
    Hearing transcribe(Clip clip, Hints hints) throws TranscriberUnavailable, InterruptedException;

    /** Whether a file of this container and length can be sent as it is. */
    boolean acceptsAsIs(String container, Duration length, long bytes);

    /** How long a piece should be that it is sent. */
    default Duration pieceLength() {
        return SoundCutter.Wanted.USUAL_PIECE;
    }

    sealed interface Clip {

        Duration length();

        /** A whole recording, sent byte by byte as it was received. */
        record WholeFile(Path file, String container, Duration length) implements Clip {}

        /** A decoded piece of one. */
        record Piece(SoundPiece piece) implements Clip {

            @Override
            public Duration length() {
                return piece.length();
            }
        }
    }

    /**
     * What may help.
     *
     * @param language ISO 639-1 code; empty lets the model find out
     * @param vocabulary names and terms that may be said, the most important last; any characters
     */
    record Hints(Optional<String> language, List<String> vocabulary) {

        public Hints {
            vocabulary = List.copyOf(vocabulary);
        }

        /** Without any vocabulary. */
        public Hints(Optional<String> language) {
            this(language, List.of());
        }
    }

    sealed interface Hearing {

        /**
         * What was said.
         *
         * @param text may be empty: nothing was said
         * @param language ISO 639-1 code of what was spoken, where the model tells
         * @param segments with times relative to the clip, where the model gives them; else empty
         */
        record Heard(String text, Optional<String> language, List<Segment> segments) implements Hearing {}

        /** This clip will never be accepted; asking again is pointless. */
        record Refused(String reason) implements Hearing {}
    }

    /**
     * A stretch of speech.
     *
     * @param speaker a label that tells the voices of one clip apart, where the model does; it means nothing in other clips
     */
    record Segment(Duration start, Duration end, String text, Optional<String> speaker) {}

    /** The service did not answer usefully. */
    final class TranscriberUnavailable extends Exception {

        private final Duration pause;
        private final boolean needsOperator;

        /**
         * Says when to try again.
         *
         * @param pause how long to wait before the next try
         * @param needsOperator true when waiting alone will not help: wrong key, spent quota, unknown model, forbidden
         *     country
         */
        public TranscriberUnavailable(String message, Duration pause, boolean needsOperator) {
            super(message);
            this.pause = pause;
            this.needsOperator = needsOperator;
        }

        public Duration pause() {
            return pause;
        }

        public boolean needsOperator() {
            return needsOperator;
        }
    }
}
