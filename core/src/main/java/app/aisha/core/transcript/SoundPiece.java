package app.aisha.core.transcript;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/**
 * A stretch of a recording.
 *
 * @param index counts from 0 without gaps
 * @param start in the recording
 * @param end in the recording; after start
 * @param overlap how much of the beginning repeats the piece before: 2 s after a forced cut, else zero
 * @param voiced how much of it is not silence; zero means there is nothing to send
 * @param pauses silences of a quarter of a second or more, seen from the beginning of the piece, in order
 * @param samples 16 kHz, mono, signed 16 bit little endian; never written to
 */
public record SoundPiece(
        int index,
        Duration start,
        Duration end,
        Duration overlap,
        Duration voiced,
        List<Stretch> pauses,
        ByteBuffer samples) {

    public static final int SAMPLES_PER_SECOND = 16_000;

    public SoundPiece {
        pauses = List.copyOf(pauses);
    }

    public Duration length() {
        return end.minus(start);
    }

    /** The same as a later piece of the same recording. */
    SoundPiece numbered(int number) {
        return new SoundPiece(number, start, end, overlap, voiced, pauses, samples);
    }
}
