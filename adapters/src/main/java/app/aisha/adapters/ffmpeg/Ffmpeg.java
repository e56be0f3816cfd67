package app.aisha.adapters.ffmpeg;

import app.aisha.core.transcript.SoundToolUnavailable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An ffmpeg and its ffprobe that were seen running on this machine. Thread-safe.
 *
 * @param origin where it was found, for people
 * @param version as it says itself
 * @param program path of ffmpeg
 * @param probe path of ffprobe
 * @param environment the whole environment it runs with: nothing of ours is inherited, so no secret is within its reach
 * @param prefix what to put before the command, for instance {@code nice}; may be empty
 * @param folder where each run has a folder of its own for as long as it lasts
 */
public record Ffmpeg(
        String origin,
        String version,
        Path program,
        Path probe,
        Map<String, String> environment,
        List<String> prefix,
        Path folder) {

    /** Defends against changes of the collections. */
    public Ffmpeg {
        environment = Map.copyOf(environment);
        prefix = List.copyOf(prefix);
    }

    /**
     * Finds an ffmpeg of version 4.3 or newer that can write Opus: the one that is set, else the system's, else the bundled
     * one, which is unpacked once. One that is set and does not run is an error and not passed over.
     *
     * @throws SoundToolUnavailable naming all that was tried
     */
    public static Ffmpeg find(FfmpegSettings settings) throws SoundToolUnavailable, InterruptedException {
        var path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        return new FfmpegSearch(settings, path, new BundledFfmpeg(Ffmpeg.class.getClassLoader())).find();
    }

    /** Whether nobody removed it since it was found. */
    boolean isThere() {
        return Files.isExecutable(program) && Files.isExecutable(probe);
    }

    Ffmpeg withVersion(String seen) {
        return new Ffmpeg(origin, seen, program, probe, environment, prefix, folder);
    }

    List<String> ffmpeg(List<String> arguments) {
        return command(program, List.of("-nostdin", "-hide_banner", "-loglevel", "error"), arguments);
    }

    List<String> ffprobe(List<String> arguments) {
        return command(probe, List.of("-hide_banner", "-v", "warning"), arguments);
    }

    private List<String> command(Path executable, List<String> first, List<String> rest) {
        return Stream.of(prefix, List.of(executable.toString()), first, rest)
                .flatMap(List::stream)
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }
}
