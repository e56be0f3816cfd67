package app.aisha.adapters.ffmpeg;

import app.aisha.core.transcript.SoundPiece;
import app.aisha.core.transcript.SoundToolUnavailable;
import app.aisha.core.transcript.Track;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    private static final List<String> FIRST_SOUND = List.of("-vn", "-sn", "-dn", "-map", "0:a:0");

    private static final List<String> SAMPLES =
            List.of("-ar", String.valueOf(SoundPiece.SAMPLES_PER_SECOND), "-f", "s16le", "pipe:1");

    private static final List<String> STEREO_START = List.of("-ac", "2", "-t", "600");

    private static final List<String> CHANNELS =
            List.of("-select_streams", "a:0", "-show_entries", "stream=codec_type,channels", "-of", "json");

    private static final int LONGEST_ANSWER = 1 << 16;

    private Decoding() {}

    /** Starts the decoding of the first sound track to 16 kHz, mono, signed 16 bit little endian. */
    static FfmpegRun start(Ffmpeg ffmpeg, Path file) throws SoundToolUnavailable {
        return start(ffmpeg, file, Track.ALL);
    }

    /** The same for what is heard on this track. */
    static FfmpegRun start(Ffmpeg ffmpeg, Path file, Track track) throws SoundToolUnavailable {
        return decoded(ffmpeg, file, mono(track));
    }

    /** Starts the decoding of the first 10 minutes with left and right in turn. */
    static FfmpegRun stereo(Ffmpeg ffmpeg, Path file) throws SoundToolUnavailable {
        return decoded(ffmpeg, file, STEREO_START);
    }

    private static FfmpegRun decoded(Ffmpeg ffmpeg, Path file, List<String> channels) throws SoundToolUnavailable {
        var arguments = Stream.of(INPUT, FIRST_SOUND, channels, SAMPLES)
                .flatMap(List::stream)
                .toList();
        return FfmpegRun.onFile(ffmpeg, ffmpeg.ffmpeg(arguments), file, LIMITS);
    }

    private static List<String> mono(Track track) {
        return switch (track) {
            case ALL -> List.of("-ac", "1");
            case LEFT -> List.of("-af", "pan=mono|c0=c0");
            case RIGHT -> List.of("-af", "pan=mono|c0=c1");
        };
    }

    /** Whether the first sound track has two channels. */
    static boolean isStereo(Ffmpeg ffmpeg, Path file) throws SoundToolUnavailable, InterruptedException {
        try (var run = probe(ffmpeg, CHANNELS, file)) {
            return ProbeAnswer.read(run.readAll(LONGEST_ANSWER))
                    .sound()
                    .filter(sound -> sound.channels() == 2)
                    .isPresent();
        }
    }

    /** Starts ffprobe on the file. */
    static FfmpegRun probe(Ffmpeg ffmpeg, List<String> questions, Path file) throws SoundToolUnavailable {
        var arguments = Stream.of(questions, INPUT).flatMap(List::stream).toList();
        return FfmpegRun.onFile(ffmpeg, ffmpeg.ffprobe(arguments), file, LIMITS);
    }

    /** How long so many decoded bytes sound. */
    static Duration length(long bytes) {
        return ofSamples(bytes / 2);
    }

    static Duration ofSamples(long samples) {
        return Duration.ofNanos(samples * (1_000_000_000L / SoundPiece.SAMPLES_PER_SECOND));
    }
}
