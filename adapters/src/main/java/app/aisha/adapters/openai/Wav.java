package app.aisha.adapters.openai;

import app.aisha.core.transcript.SoundPiece;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes WAV files of the one kind of sound the program decodes to. */
final class Wav {

    private static final int HEADER = 44;
    private static final int BYTES_PER_SAMPLE = 2;

    /** Models drop the last word of a clip that ends on speech. */
    private static final int SILENT_SAMPLES = SoundPiece.SAMPLES_PER_SECOND / 2;

    private Wav() {}

    /** The samples and half a second of silence. */
    static byte[] of(ByteBuffer samples) {
        var sound = samples.duplicate();
        var bytes = sound.remaining() + SILENT_SAMPLES * BYTES_PER_SAMPLE;
        var file = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(HEADER - 8 + bytes).put(ascii("WAVE"));
        file.put(ascii("fmt ")).putInt(16);
        file.putShort((short) 1).putShort((short) 1);
        file.putInt(SoundPiece.SAMPLES_PER_SECOND).putInt(SoundPiece.SAMPLES_PER_SECOND * BYTES_PER_SAMPLE);
        file.putShort((short) BYTES_PER_SAMPLE).putShort((short) (8 * BYTES_PER_SAMPLE));
        file.put(ascii("data")).putInt(bytes);
        file.put(sound);
        return file.array();
    }

    /** Half a second of a quiet tone, then silence: one second that costs next to nothing to recognise. */
    static byte[] trial() {
        var count = SoundPiece.SAMPLES_PER_SECOND / 2;
        var samples = ByteBuffer.allocate(count * BYTES_PER_SAMPLE).order(ByteOrder.LITTLE_ENDIAN);
        for (var i = 0; i < count; i++) {
            samples.putShort((short) (4_000 * Math.sin(2 * Math.PI * 440 * i / SoundPiece.SAMPLES_PER_SECOND)));
        }
        return of(samples.flip());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
