package app.aisha.adapters.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.transcript.SoundToolUnavailable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FfmpegRunTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void nothingOfOurEnvironmentIsInherited() throws Exception {
        try (var run = shell("env", LONG)) {
            assertThat(text(run)).contains("GIVEN=yes").doesNotContain("HOME=").doesNotContain("PATH=/usr/lib");
        }
    }

    @Test
    void itRunsInItsOwnFolder() throws Exception {
        try (var run = shell("pwd", LONG)) {
            assertThat(text(run).strip()).isEqualTo(folder.toRealPath().toString());
        }
    }

    @Test
    void oneThatSaysNothingForTooLongIsKilled() throws Exception {
        try (var run = shell("sleep 4711", Duration.ofMillis(200))) {
            assertThat(run.read()).isEmpty();
            assertThat(run.ending().exitCode()).isEqualTo(-1);
        }
        assertThat(Sounds.programsRunning("sleep")).isEmpty();
    }

    @Test
    void oneThatClosesItsOutputAndGoesOnIsKilledToo() throws Exception {
        try (var run = shell("exec >&-; sleep 4711", Duration.ofMillis(200))) {
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
        try (var run = FfmpegRun.onBytes(shell(), List.of("/bin/sh", "-c", "echo enough"), List.of(input), LONG)) {
            assertThat(text(run)).isEqualTo("enough\n");
            assertThat(run.ending().exitCode()).isZero();
        }
    }

    @Test
    void oneThatIsNotThereIsUnavailable() {
        assertThatThrownBy(() -> FfmpegRun.onBytes(shell(), List.of("/no/such/program"), List.of(), LONG))
                .isInstanceOf(SoundToolUnavailable.class)
                .hasMessageContaining("/no/such/program");
    }

    private FfmpegRun shell(String script, Duration patience) throws SoundToolUnavailable {
        return FfmpegRun.onBytes(shell(), List.of("/bin/sh", "-c", script), List.of(), patience);
    }

    private Ffmpeg shell() {
        var sh = Path.of("/bin/sh");
        return new Ffmpeg("", "", sh, sh, Map.of("GIVEN", "yes"), List.of(), folder);
    }

    private static String text(FfmpegRun run) throws InterruptedException {
        return new String(run.readAll(100_000), StandardCharsets.UTF_8);
    }
}
