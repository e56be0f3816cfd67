package app.aisha.adapters.whisper;

import app.aisha.core.transcript.SoundPiece;
import app.aisha.core.transcript.Transcriber.Clip;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;

/** Sound to be recognised. */
final class Clips {

    private Clips() {}

    /** A tone. */
    static Clip.Piece tone(Duration length) {
        var count = Math.toIntExact(length.toMillis() * SoundPiece.SAMPLES_PER_SECOND / 1_000);
        var samples = ByteBuffer.allocate(count * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = 0; i < count; i++) {
            samples.putShort((short) (4_000 * Math.sin(2 * Math.PI * 440 * i / SoundPiece.SAMPLES_PER_SECOND)));
        }
        return new Clip.Piece(
                new SoundPiece(0, Duration.ZERO, length, Duration.ZERO, length, List.of(), samples.flip()));
    }
}
