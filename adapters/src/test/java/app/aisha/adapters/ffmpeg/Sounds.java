package app.aisha.adapters.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.transcript.SoundToolUnavailable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes recordings with the bundled ffmpeg, found on a machine that seems to have none. */
final class Sounds {

    private static final Path CACHE = Path.of("target", "ffmpeg-cache");
    private static final String NO_PATH = "";

    /** It may write what the tests read. */
    static final RunLimits FREE =
            new RunLimits(Duration.ofMinutes(5), Duration.ofMinutes(5), Long.MAX_VALUE, Optional.empty());

    private Sounds() {}

    static Ffmpeg ffmpeg() throws SoundToolUnavailable, InterruptedException {
        var settings = new FfmpegSettings(Optional.empty(), CACHE);
        return new FfmpegSearch(settings, NO_PATH, new BundledFfmpeg(Sounds.class.getClassLoader())).find();
    }

    /** A tone of so many seconds in the format the arguments and the name of the file say. */
    static Path tone(Path file, double seconds, String... arguments) throws Exception {
        return make(file, "sine=frequency=440:duration=" + seconds, arguments);
    }

    static Path make(Path file, String lavfi, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of("-f", "lavfi", "-i", lavfi));
        all.addAll(List.of(arguments));
        return run(file, all);
    }

    static Path run(Path file, List<String> arguments) throws Exception {
        var ffmpeg = ffmpeg();
        var all = new ArrayList<>(arguments);
        all.addAll(List.of("-y", file.toAbsolutePath().toString()));
        try (var run = FfmpegRun.onBytes(ffmpeg, ffmpeg.ffmpeg(all), List.of(), FREE)) {
            run.readAll(1);
            var ending = run.ending();
            assertThat(ending.exitCode()).as(ending.complaint()).isZero();
        }
        return file;
    }

    /** A WAV file around 16 kHz mono samples. */
    static Path wav(Path file, short[] samples) throws IOException {
        var bytes = ByteBuffer.allocate(44 + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(36 + samples.length * 2)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII));
        bytes.putInt(16).putShort((short) 1).putShort((short) 1).putInt(16_000).putInt(32_000);
        bytes.putShort((short) 2)
                .putShort((short) 16)
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(samples.length * 2);
        for (var sample : samples) {
            bytes.putShort(sample);
        }
        return Files.write(file, bytes.array());
    }

    /** Programs of this name that were started here and have not ended. */
    static List<ProcessHandle> programsRunning(String name) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").contains(name))
                .toList();
    }

    static Path cutOff(Path file, Path shorter, double share) throws IOException {
        var bytes = Files.readAllBytes(file);
        return Files.write(shorter, Arrays.copyOf(bytes, (int) (bytes.length * share)));
    }
}
