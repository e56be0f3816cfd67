package app.aisha.adapters.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.transcript.SoundToolUnavailable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FfmpegRunTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    @Test
    void nothingOfOurEnvironmentIsInherited() throws Exception {
        try (var run = shell("env", LONG)) {
            assertThat(text(run)).contains("GIVEN=yes").doesNotContain("HOME=").doesNotContain("PATH=/usr/lib");
        }
    }

    @Test
    void itRunsInAnEmptyFolderOfItsOwnThatIsGoneAfterwards() throws Exception {
        try (var run = shell("pwd; ls -A; mkdir -p left/behind; echo more > left/file", LONG);
                var other = shell("pwd", LONG)) {
            var place = text(run).strip();

            assertThat(Path.of(place).getParent()).isEqualTo(folder.toRealPath());
            assertThat(text(other).strip()).isNotEqualTo(place);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatTheDeadLeftIsSweptAndNothingElse() throws Exception {
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(folder.resolve(dead.pid() + "-1/below"));
        Files.createDirectory(folder.resolve("not-ours"));
        try (var living = RunFolder.in(folder)) {
            RunFolder.sweep(folder);

            assertThat(folder)
                    .isDirectoryNotContaining(
                            path -> path.getFileName().toString().startsWith(dead.pid() + "-"));
            assertThat(living.path()).isEmptyDirectory();
        }
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("not-ours"));
    }

    @Test
    void oneThatTricklesForTooLongInAllIsKilled() throws Exception {
        var limits = new RunLimits(LONG, SHORT, Long.MAX_VALUE, Optional.empty());
        try (var run = FfmpegRun.onBytes(shell(), sh("while :; do echo on; sleep 0.01; done"), List.of(), limits)) {
            assertThat(run.readAll(Integer.MAX_VALUE)).isNotEmpty();
            assertThat(run.ending()).isEqualTo(new FfmpegRun.Ending(-1, "took too long"));
        }
    }

    @Test
    void oneThatSaysTooMuchIsKilled() throws Exception {
        var limits = new RunLimits(LONG, LONG, 1 << 20, Optional.empty());
        try (var run = FfmpegRun.onBytes(shell(), sh("exec cat /dev/zero"), List.of(), limits)) {
            assertThat(run.readAll(Integer.MAX_VALUE)).hasSizeLessThanOrEqualTo(1 << 20);
            assertThat(run.ending().wasKilled()).isTrue();
        }
    }

    @Test
    void oneThatComputesForTooLongIsKilledByTheSystem() throws Exception {
        try (var run = confined("while :; do :; done", Duration.ofSeconds(1), 1L << 30)) {
            assertThat(run.read()).isEmpty();
            assertThat(run.ending().wasKilled()).isTrue();
        }
    }

    @Test
    void oneThatWantsTooMuchMemoryDoesNotGetIt() throws Exception {
        var hungry = "x=x; for i in $(seq 30); do x=$x$x; done; echo ${#x}";
        try (var run = confined(hungry, Duration.ofSeconds(30), 64L << 20)) {
            assertThat(text(run)).isEmpty();
            assertThat(run.ending().exitCode()).isNotZero();
        }
    }

    @Test
    void oneThatIsConfinedWritesNoFiles() throws Exception {
        var outside = folder.resolve("outside");
        try (var run = confined("echo words > %s; echo done".formatted(outside), LONG, 1L << 30)) {
            assertThat(text(run)).doesNotContain("words");
            assertThat(run.ending().complaint()).isNotNull();
        }
        assertThat(outside).isEmptyFile();
        Files.delete(outside);
    }

    @Test
    void theLimitsOfASoundToolSetInAllTheSystemKnows() throws Exception {
        try (var run = FfmpegRun.onBytes(
                shell(), sh("ulimit -c; ulimit -f; ulimit -t; ulimit -v"), List.of(), Decoding.LIMITS)) {
            assertThat(text(run)).isEqualTo("0\n0\n1200\n1048576\n");
        }
    }

    @Test
    void oneThatWasRemovedIsUnavailableAndNotTheFaultOfTheFile() {
        var gone = new Ffmpeg("", "", folder.resolve("gone"), folder.resolve("gone"), Map.of(), List.of(), folder);

        assertThatThrownBy(() -> FfmpegRun.onBytes(gone, gone.ffmpeg(List.of()), List.of(), Decoding.LIMITS))
                .isInstanceOf(SoundToolUnavailable.class)
                .hasMessageContaining("gone");
    }

    @Test
    void noneOutlivesAnOrderlyEndOfTheProgram() throws Exception {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LeavingProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var started = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .mapToLong(Long::parseLong)
                .toArray();

        assertThat(program.waitFor()).isZero();
        assertThat(started).hasSize(2);
        for (var pid : started) {
            ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
        }
    }

    @Test
    void oneThatSaysNothingForTooLongIsKilled() throws Exception {
        try (var run = shell("sleep 4711", SHORT)) {
            assertThat(run.read()).isEmpty();
            assertThat(run.ending().exitCode()).isEqualTo(-1);
        }
        assertThat(Sounds.programsRunning("sleep")).isEmpty();
    }

    @Test
    void oneThatClosesItsOutputAndGoesOnIsKilledToo() throws Exception {
        try (var run = shell("exec >&-; sleep 4711", SHORT)) {
            assertThat(run.read()).isEmpty();
            assertThat(run.ending().exitCode()).isEqualTo(-1);
        }
    }

    @Test
    void closingKillsTheWholeTree() throws Exception {
        try (var run = shell("sleep 4711 & sleep 4711 & echo on; wait", LONG)) {
            assertThat(run.readAll(1)).isNotNull();
        }

        assertThat(Sounds.programsRunning("sleep")).isEmpty();
    }

    @Test
    void aFloodOfComplaintsNeitherBlocksNorIsKept() throws Exception {
        try (var run = shell("head -c 3000000 /dev/zero | tr '\\0' x >&2; yes no | head -n 100000 >&2; exit 3", LONG)) {
            assertThat(run.read()).isEmpty();

            var ending = run.ending();

            assertThat(ending.exitCode()).isEqualTo(3);
            assertThat(ending.complaint()).startsWith("no").hasSizeLessThan(40 * 401);
        }
    }

    @Test
    void whatTheLoaderSaysOfStandInsIsLeftOut() throws Exception {
        try (var run = shell("echo 'x: no version information available' >&2; echo bad >&2", LONG)) {
            assertThat(run.read()).isEmpty();
            assertThat(run.ending().complaint()).isEqualTo("bad");
        }
    }

    @Test
    void oneThatDoesNotWantItsInputDoesNoHarm() throws Exception {
        var input = ByteBuffer.allocate(1 << 20);
        try (var run = FfmpegRun.onBytes(shell(), sh("echo enough"), List.of(input), free(LONG))) {
            assertThat(text(run)).isEqualTo("enough\n");
            assertThat(run.ending().exitCode()).isZero();
        }
    }

    @Test
    void oneThatIsNotThereIsUnavailable() {
        assertThatThrownBy(() -> FfmpegRun.onBytes(shell(), List.of("/no/such/program"), List.of(), free(LONG)))
                .isInstanceOf(SoundToolUnavailable.class)
                .hasMessageContaining("/no/such/program");
    }

    private FfmpegRun shell(String script, Duration patience) throws SoundToolUnavailable {
        return FfmpegRun.onBytes(shell(), sh(script), List.of(), free(patience));
    }

    private FfmpegRun confined(String script, Duration cpu, long memory) throws SoundToolUnavailable {
        var confinement = new RunLimits.Confinement(cpu, memory);
        return FfmpegRun.onBytes(
                shell(), sh(script), List.of(), new RunLimits(LONG, LONG, 1 << 20, Optional.of(confinement)));
    }

    private static RunLimits free(Duration patience) {
        return new RunLimits(patience, LONG, Long.MAX_VALUE, Optional.empty());
    }

    private static List<String> sh(String script) {
        return List.of("/bin/sh", "-c", script);
    }

    private Ffmpeg shell() {
        var sh = Path.of("/bin/sh");
        return new Ffmpeg("", "", sh, sh, Map.of("GIVEN", "yes"), List.of(), folder);
    }

    private static String text(FfmpegRun run) throws InterruptedException {
        return new String(run.readAll(100_000), StandardCharsets.UTF_8);
    }
}
