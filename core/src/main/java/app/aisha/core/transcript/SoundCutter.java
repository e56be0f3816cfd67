package app.aisha.core.transcript;

import java.nio.file.Path;
import java.time.Duration;

/** Decodes a recording once and cuts it into pieces at silences. Thread-safe. */
public interface SoundCutter {

    /**
     * Hands the pieces to the listener in order, from the calling thread; a listener that blocks slows the decoding down,
     * so memory stays bounded by one piece. The cuts depend on the bytes of the file alone: the same file gives the same
     * pieces every time.
     *
     * @throws SoundUnreadable when less than 95 % of the expected sound could be decoded
     */
    void cut(Path file, Duration expected, Listener listener)
            throws SoundUnreadable, SoundToolUnavailable, InterruptedException;

    /** Takes the pieces. */
    @FunctionalInterface
    interface Listener {

        /** Returning false ends the cutting early. */
        boolean piece(SoundPiece piece) throws InterruptedException;
    }

    /** The sound is damaged or cut off. */
    final class SoundUnreadable extends Exception {

        public SoundUnreadable(String message) {
            super(message);
        }
    }
}
