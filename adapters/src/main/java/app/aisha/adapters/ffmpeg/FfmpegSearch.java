package app.aisha.adapters.ffmpeg;

import app.aisha.core.transcript.SoundToolUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for an ffmpeg that runs: the one that is set, else the system's, else the bundled one. */
final class FfmpegSearch {

    private static final Logger LOG = LoggerFactory.getLogger(FfmpegSearch.class);
    private static final String LIBRARIES = "LD_LIBRARY_PATH";

    private final FfmpegSettings settings;
    private final List<Path> path;
    private final BundledFfmpeg bundle;
    private final List<String> tried = new ArrayList<>();
    private @Nullable Throwable cause;

    FfmpegSearch(FfmpegSettings settings, String path, BundledFfmpeg bundle) {
        this.settings = settings;
        this.path = Arrays.stream(path.split(":"))
                .filter(part -> !part.isBlank())
                .map(Path::of)
                .toList();
        this.bundle = bundle;
    }

    Ffmpeg find() throws SoundToolUnavailable, InterruptedException {
        var found = search();
        if (found.isEmpty()) {
            throw new SoundToolUnavailable(
                    "No ffmpeg of version 4.3 or newer with libopus runs here. Tried: " + String.join("; ", tried),
                    cause);
        }
        LOG.info(
                "ffmpeg {} ({}): {}",
                found.get().version(),
                found.get().origin(),
                found.get().program());
        return found.get();
    }

    private Optional<Ffmpeg> search() throws InterruptedException {
        try {
            var folder =
                    Files.createDirectories(settings.cache().toAbsolutePath().resolve("run"));
            RunFolder.sweep(folder);
            if (settings.program().isPresent()) {
                return tryOne("FFMPEG_PATH", settings.program().get().toAbsolutePath(), folder);
            }
            var onPath = onPath("ffmpeg");
            if (onPath.isEmpty()) {
                tried.add("no ffmpeg on the PATH");
            } else {
                var system = tryOne("system", onPath.get(), folder);
                if (system.isPresent()) {
                    return system;
                }
            }
            return bundled(folder);
        } catch (IOException e) {
            tried.add("cannot write to " + settings.cache() + ": " + e);
            cause = e;
            return Optional.empty();
        }
    }

    private Optional<Ffmpeg> tryOne(String origin, Path program, Path folder) throws InterruptedException {
        var found = ffmpeg(origin, program, Map.of(), folder);
        return switch (FfmpegTrial.of(found)) {
            case FfmpegTrial.Runs(var version) -> Optional.of(found.withVersion(version));
            case FfmpegTrial.Fails fails -> {
                tried.add("%s %s: %s".formatted(origin, program, fails.reason()));
                yield Optional.empty();
            }
        };
    }

    private Optional<Ffmpeg> bundled(Path folder) throws IOException, InterruptedException {
        var unpacked = bundle.unpack(settings.cache().toAbsolutePath());
        if (unpacked.isEmpty()) {
            tried.add("no bundled ffmpeg for " + BundledFfmpeg.platform());
            return Optional.empty();
        }
        var home = unpacked.get();
        var found = ffmpeg("bundled", home.resolve("ffmpeg"), Map.of(LIBRARIES, home.toString()), folder);
        return switch (bundle.tryWithStandIns(found, home)) {
            case FfmpegTrial.Runs(var version) -> Optional.of(found.withVersion(version));
            case FfmpegTrial.Fails fails -> {
                tried.add("bundled %s: %s".formatted(found.program(), fails.reason()));
                yield Optional.empty();
            }
        };
    }

    private Ffmpeg ffmpeg(String origin, Path program, Map<String, String> more, Path folder) {
        var environment = new TreeMap<String, String>();
        environment.put("LC_ALL", "C");
        environment.put("AV_LOG_FORCE_NOCOLOR", "1");
        environment.put("MALLOC_ARENA_MAX", "2");
        Optional.ofNullable(System.getenv(LIBRARIES)).ifPresent(value -> environment.put(LIBRARIES, value));
        environment.putAll(more);
        var prefix =
                onPath("nice").map(nice -> List.of(nice.toString(), "-n", "10")).orElse(List.of());
        return new Ffmpeg(origin, "", program, program.resolveSibling("ffprobe"), environment, prefix, folder);
    }

    private Optional<Path> onPath(String name) {
        return path.stream()
                .map(folder -> folder.resolve(name).toAbsolutePath())
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
