package app.aisha.adapters.ffmpeg;

import app.aisha.core.transcript.RecordingProblem;
import app.aisha.core.transcript.SoundInspector;
import app.aisha.core.transcript.SoundToolUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks ffprobe. A length is believed only where a header of a long recording states it; of recordings up to two minutes, of
 * those without such a header (streams from browsers, MP3 of varying bit rate) and of those whose length ffprobe only
 * guessed, the sound is decoded and measured.
 */
public final class FfmpegSoundInspector implements SoundInspector {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration ALWAYS_MEASURED = Duration.ofMinutes(2);
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final String GUESSED = "Estimating duration from bitrate";

    /** Their demuxers take almost any bytes for the beginning of a recording. */
    private static final Set<String> WITHOUT_HEADER = Set.of("mp3", "aac", "amr", "mpegts");

    private static final List<String> QUESTIONS = List.of(
            "-show_entries",
            "stream=codec_type,codec_name,channels,duration:stream_tags=DURATION:format=duration,format_name",
            "-of",
            "json");

    private final Ffmpeg ffmpeg;

    /** Uses this ffmpeg. */
    public FfmpegSoundInspector(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    @Override
    public Inspection inspect(Path file) throws SoundToolUnavailable, InterruptedException {
        try {
            return Files.size(file) == 0 ? new Inspection.NoSound(RecordingProblem.EMPTY) : probe(file);
        } catch (IOException e) {
            throw new SoundToolUnavailable("Cannot read the downloaded file", e);
        }
    }

    private Inspection probe(Path file) throws SoundToolUnavailable, InterruptedException, IOException {
        ProbeAnswer answer;
        String complaint;
        try (var run = Decoding.probe(ffmpeg, QUESTIONS, file)) {
            answer = ProbeAnswer.read(run.readAll(LONGEST_ANSWER));
            complaint = run.ending().complaint();
        }
        if (answer.container().isEmpty()) {
            return unreadable(file);
        }
        if (answer.sound().isEmpty()) {
            return new Inspection.NoSound(RecordingProblem.NO_SOUND_TRACK);
        }
        var track = answer.sound().get();
        var told = complaint.contains(GUESSED) ? Optional.<Duration>empty() : track.length();
        return told.isPresent() && told.get().compareTo(ALWAYS_MEASURED) > 0
                ? new Inspection.Sound(answer.container(), told.get(), track.channels())
                : measure(file, answer.container(), track);
    }

    private Inspection measure(Path file, String container, ProbeAnswer.Track track)
            throws SoundToolUnavailable, InterruptedException, IOException {
        var bytes = 0L;
        var limit = Decoding.LONGEST.toSeconds() * Decoding.BYTES_PER_SECOND;
        try (var run = Decoding.start(ffmpeg, file)) {
            for (var block = run.read(); block.isPresent() && bytes < limit; block = run.read()) {
                bytes += block.get().length;
            }
            if (bytes < limit) {
                var ending = run.ending();
                if (ending.wasKilled() || (bytes == 0 && ending.exitCode() != 0)) {
                    return WITHOUT_HEADER.contains(container)
                            ? unreadable(file)
                            : new Inspection.NoSound(RecordingProblem.BROKEN);
                }
            }
        }
        var length = Decoding.length(bytes);
        if (length.compareTo(SHORTEST) >= 0) {
            return new Inspection.Sound(container, length, track.channels());
        }
        return WITHOUT_HEADER.contains(container) && !Signature.isOfARecording(file)
                ? new Inspection.NoSound(RecordingProblem.NOT_A_RECORDING)
                : new Inspection.NoSound(RecordingProblem.TOO_SHORT);
    }

    private static Inspection unreadable(Path file) throws IOException {
        return new Inspection.NoSound(
                Signature.isOfARecording(file) ? RecordingProblem.BROKEN : RecordingProblem.NOT_A_RECORDING);
    }
}
