package app.aisha.adapters.ffmpeg;

import app.aisha.core.transcript.SoundPiece;
import app.aisha.core.transcript.SoundToolUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments for reading what strangers sent. Only plain containers are opened and only the file itself: a playlist, a
 * list of files or an address inside the file is refused, whatever the file is called.
 */
final class Decoding {

    static final long BYTES_PER_SECOND = 2L * SoundPiece.SAMPLES_PER_SECOND;
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final List<String> INPUT = List.of(
            "-protocol_whitelist",
            "file,pipe,fd",
            "-format_whitelist",
            "ogg,mov,mp3,wav,flac,matroska,aac,amr,asf,avi,aiff,caf,mpegts,flv",
            "-i",
            "file:/dev/stdin");

    private static final List<String> SPEECH = List.of(
            "-vn",
            "-sn",
            "-dn",
            "-map",
            "0:a:0",
            "-ac",
            "1",
            "-ar",
            String.valueOf(SoundPiece.SAMPLES_PER_SECOND),
            "-f",
            "s16le",
            "pipe:1");

    private Decoding() {}

    /** Starts the decoding of the first sound track to 16 kHz, mono, signed 16 bit little endian. */
    static FfmpegRun start(Ffmpeg ffmpeg, Path file) throws SoundToolUnavailable {
        return FfmpegRun.onFile(ffmpeg, ffmpeg.ffmpeg(join(INPUT, SPEECH)), file, PATIENCE);
    }

    /** Starts ffprobe on the file. */
    static FfmpegRun probe(Ffmpeg ffmpeg, List<String> questions, Path file) throws SoundToolUnavailable {
        return FfmpegRun.onFile(ffmpeg, ffmpeg.ffprobe(join(questions, INPUT)), file, PATIENCE);
    }

    /** How long so many decoded bytes sound. */
    static Duration length(long bytes) {
        return ofSamples(bytes / 2);
    }

    static Duration ofSamples(long samples) {
        return Duration.ofNanos(samples * (1_000_000_000L / SoundPiece.SAMPLES_PER_SECOND));
    }

    private static List<String> join(List<String> first, List<String> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
