package app.aisha.adapters.ffmpeg;

import app.aisha.core.transcript.SoundEncoder;
import app.aisha.core.transcript.SoundPiece;
import app.aisha.core.transcript.SoundToolUnavailable;
import java.nio.ByteBuffer;
import java.util.List;

/** Packs with libopus at its fastest setting, which for speech costs a third of the time and nothing that is heard. */
public final class FfmpegSoundEncoder implements SoundEncoder {

    private static final int LARGEST = 16 << 20;
    private static final int PADDING_BYTES = Math.toIntExact(Decoding.BYTES_PER_SECOND / 2);

    private static final List<String> ARGUMENTS = List.of(
            "-f",
            "s16le",
            "-ar",
            String.valueOf(SoundPiece.SAMPLES_PER_SECOND),
            "-ac",
            "1",
            "-i",
            "pipe:0",
            "-c:a",
            "libopus",
            "-b:a",
            "24k",
            "-application",
            "voip",
            "-compression_level",
            "0",
            "-f",
            "ogg",
            "pipe:1");

    private final Ffmpeg ffmpeg;

    /** Uses this ffmpeg. */
    public FfmpegSoundEncoder(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    @Override
    public byte[] opus(SoundPiece piece) throws SoundToolUnavailable, InterruptedException {
        var sound = List.of(piece.samples(), ByteBuffer.allocate(PADDING_BYTES));
        try (var run = FfmpegRun.onBytes(ffmpeg, ffmpeg.ffmpeg(ARGUMENTS), sound, Decoding.LIMITS)) {
            var packed = run.readAll(LARGEST);
            var ending = run.ending();
            if (ending.exitCode() != 0 || packed.length == 0) {
                throw new SoundToolUnavailable("ffmpeg could not pack sound: " + ending.complaint(), null);
            }
            return packed;
        }
    }
}
