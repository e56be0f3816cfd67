package app.aisha.adapters.ffmpeg;

import app.aisha.core.transcript.SoundToolUnavailable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Runs an ffmpeg to see whether it is good enough. */
final class FfmpegTrial {

    private static final RunLimits LIMITS =
            new RunLimits(Duration.ofSeconds(20), Duration.ofMinutes(1), 1 << 22, Decoding.LIMITS.confinement());
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final Pattern VERSION = Pattern.compile("^ff\\w+ version (\\S+)");
    private static final Pattern LIBRARY = Pattern.compile("libavformat\\s+(\\d+)\\.\\s*(\\d+)\\.");
    private static final Pattern MISSING = Pattern.compile("loading shared libraries: ([\\w.+-]+): cannot open");

    /** The libavformat of ffmpeg 4.3, in thousands; builds between releases have no other number to go by. */
    private static final int OLDEST = 58_045;

    private FfmpegTrial() {}

    sealed interface Result {}

    record Runs(String version) implements Result {}

    /**
     * It is not.
     *
     * @param missingLibrary the shared library for want of which it did not start
     */
    record Fails(String reason, Optional<String> missingLibrary) implements Result {}

    static Result of(Ffmpeg ffmpeg) throws InterruptedException {
        try {
            var program = version(ffmpeg, ffmpeg.program());
            if (program instanceof Fails) {
                return program;
            }
            var probe = version(ffmpeg, ffmpeg.probe());
            if (probe instanceof Fails) {
                return probe;
            }
            return answer(ffmpeg, ffmpeg.program(), "-encoders").contains(" libopus ")
                    ? program
                    : fails("it was built without libopus");
        } catch (SoundToolUnavailable e) {
            return fails(e.getMessage() + ": " + e.getCause());
        }
    }

    private static Result version(Ffmpeg ffmpeg, Path program) throws SoundToolUnavailable, InterruptedException {
        var answer = answer(ffmpeg, program, "-version");
        var version = VERSION.matcher(answer);
        var library = LIBRARY.matcher(answer);
        if (!version.find() || !library.find()) {
            var missing = MISSING.matcher(answer);
            var name = program.getFileName();
            return new Fails(
                    name + " -version said: " + answer.strip(),
                    missing.find() ? Optional.of(missing.group(1)) : Optional.empty());
        }
        var age = Integer.parseInt(library.group(1)) * 1000 + Integer.parseInt(library.group(2));
        return age < OLDEST ? fails("version %s is too old".formatted(version.group(1))) : new Runs(version.group(1));
    }

    static String answer(Ffmpeg ffmpeg, Path program, String question)
            throws SoundToolUnavailable, InterruptedException {
        var command = List.of(program.toString(), question);
        try (var run = FfmpegRun.onBytes(ffmpeg, command, List.of(), LIMITS)) {
            var answer = new String(run.readAll(LONGEST_ANSWER), StandardCharsets.UTF_8);
            return answer.isBlank() ? run.ending().complaint() : answer;
        }
    }

    private static Fails fails(String reason) {
        return new Fails(reason, Optional.empty());
    }
}
