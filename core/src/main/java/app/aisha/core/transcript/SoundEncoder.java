package app.aisha.core.transcript;

/** Packs decoded sound for the way to a recognition service. Thread-safe. */
public interface SoundEncoder {

    /**
     * A small Ogg/Opus file (24 kbit/s) of the piece, with 0.5 s of silence added at its end, because models drop the last
     * word of a clip that ends on speech.
     */
    byte[] opus(SoundPiece piece) throws SoundToolUnavailable, InterruptedException;
}
