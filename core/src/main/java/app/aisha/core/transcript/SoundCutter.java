package app.aisha.core.transcript;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Decodes a recording once and cuts it into pieces at silences. Thread-safe. */
public interface SoundCutter {

    /**
     * Looks whether the recording has voices of its own on either side: left and right then, in all other cases everything
     * together. Depends on the bytes of the file alone.
     */
    List<Track> tracks(Path file) throws SoundToolUnavailable, InterruptedException;

    /**
     * Hands the pieces of a track to the listener in order, from the calling thread; a listener that blocks slows the
     * decoding down, so memory stays bounded by one piece. The cuts depend on the bytes of the file, the track and the
     * wanted length alone: the same file gives the same pieces every time.
     *
     * @throws SoundUnreadable when less than 95 % of the expected sound could be decoded
     */
    void cut(Path file, Wanted wanted, Listener listener)
            throws SoundUnreadable, SoundToolUnavailable, InterruptedException;

    /**
     * What is to be cut.
     *
     * @param expected length of the recording
     * @param piece how long a piece should be; about a third more is the most
     */
    record Wanted(Duration expected, Track track, Duration piece) {

        /** Short enough for exact times, long enough for a recogniser to understand the context. */
        public static final Duration USUAL_PIECE = Duration.ofSeconds(45);

        /** All of the sound in pieces of the usual length. */
        public static Wanted all(Duration expected) {
            return new Wanted(expected, Track.ALL, USUAL_PIECE);
        }
    }

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
