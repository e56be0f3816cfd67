package app.aisha.adapters.ffmpeg;

import app.aisha.core.transcript.SoundPiece;
import app.aisha.core.transcript.SoundToolUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments for reading what strangers sent. Only plain containers are opened and only the file itself: a playlist, a
 * list of files or an address inside the file is refused, whatever the file is called.
 */
final class Decoding {

    static final long BYTES_PER_SECOND = 2L * SoundPiece.SAMPLES_PER_SECOND;

    /** What is longer is not decoded to its end. */
    static final Duration LONGEST = Duration.ofHours(24);

    /**
     * A day of sound takes minutes, and 200 MB hold the tables of two gigabytes of video; what needs more than this is made
     * to use us up.
     */
    static final RunLimits LIMITS = new RunLimits(
            Duration.ofSeconds(60),
            Duration.ofMinutes(30),
            (LONGEST.toSeconds() + 1) * BYTES_PER_SECOND,
            Optional.of(new RunLimits.Confinement(Duration.ofMinutes(20), 1L << 30)));

    private static final List<String> INPUT = List.of(
            "-threads",
            "1",
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
        return FfmpegRun.onFile(ffmpeg, ffmpeg.ffmpeg(join(INPUT, SPEECH)), file, LIMITS);
    }

    /** Starts ffprobe on the file. */
    static FfmpegRun probe(Ffmpeg ffmpeg, List<String> questions, Path file) throws SoundToolUnavailable {
        return FfmpegRun.onFile(ffmpeg, ffmpeg.ffprobe(join(questions, INPUT)), file, LIMITS);
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
