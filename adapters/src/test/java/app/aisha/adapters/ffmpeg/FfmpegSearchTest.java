package app.aisha.adapters.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.transcript.SoundToolUnavailable;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfmpegSearchTest {

    private static final List<String> DESKTOP =
            List.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0");

    @TempDir
    private Path folder;

    @Test
    void whereNothingIsInstalledTheBundledOneIsUnpackedAndRuns() throws Exception {
        var ffmpeg = find(Optional.empty(), "", bundle());

        assertThat(ffmpeg.origin()).isEqualTo("bundled");
        assertThat(ffmpeg.version()).startsWith("8.");
        assertThat(ffmpeg.program()).startsWith(cache()).isExecutable();
        assertThat(ffmpeg.prefix()).isEmpty();
        assertThat(find(Optional.empty(), "", bundle())).isEqualTo(ffmpeg);
    }

    @Test
    void theSystemsOneIsPreferredAndRunsNicely() throws Exception {
        var system = systemLike(Files.createDirectory(folder.resolve("bin")));

        var ffmpeg = find(Optional.empty(), system.getParent() + ":/usr/bin", noBundle());

        assertThat(ffmpeg.origin()).isEqualTo("system");
        assertThat(ffmpeg.program()).isEqualTo(system);
        assertThat(ffmpeg.ffmpeg(List.of("-x")))
                .startsWith("/usr/bin/nice", "-n", "10", system.toString())
                .endsWith("-x");
    }

    @Test
    void theOneThatIsSetIsTakenBeforeAllOthers() throws Exception {
        var mine = systemLike(Files.createDirectory(folder.resolve("mine")));

        assertThat(find(Optional.of(mine), "/usr/bin", noBundle()).program()).isEqualTo(mine);
    }

    @Test
    void theOneThatIsSetAndDoesNotRunIsAnErrorAndNotPassedOver() {
        var wrong = folder.resolve("nowhere/ffmpeg");

        assertThatThrownBy(() -> find(Optional.of(wrong), "", bundle()))
                .isInstanceOf(SoundToolUnavailable.class)
                .hasMessageContaining("FFMPEG_PATH")
                .hasMessageContaining(wrong.toString())
                .message()
                .doesNotContain("bundled");
    }

    @Test
    void oneThatIsTooOldOrCannotWriteOpusIsPassedOver() throws Exception {
        var old = script("old", "ffmpeg version 4.2.7", "libavformat    58. 29.100", " libopus ");
        var mute = script("mute", "ffmpeg version n7.1", "libavformat    61.  7.100", " aac ");

        for (var path : List.of(folder.resolve("old"), folder.resolve("mute"))) {
            assertThat(find(Optional.empty(), path.toString(), bundle()).origin())
                    .isEqualTo("bundled");
        }
        assertThatThrownBy(() -> find(Optional.of(old), "", bundle())).hasMessageContaining("4.2.7 is too old");
        assertThatThrownBy(() -> find(Optional.of(mute), "", bundle())).hasMessageContaining("without libopus");
    }

    @Test
    void whereThereIsNoneAllThatWasTriedIsNamed() {
        assertThatThrownBy(() -> find(Optional.empty(), "", noBundle()))
                .isInstanceOf(SoundToolUnavailable.class)
                .hasMessageContaining("no ffmpeg on the PATH")
                .hasMessageContaining("no bundled ffmpeg for linux-");
    }

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws Exception {
        Files.writeString(cache(), "in the way");

        assertThatThrownBy(() -> find(Optional.empty(), "", bundle()))
                .isInstanceOf(SoundToolUnavailable.class)
                .hasMessageContaining(cache().toString());
    }

    @Test
    void whatAKilledProcessLeftHalfUnpackedIsRepaired() throws Exception {
        var program = find(Optional.empty(), "", bundle()).program();
        Files.write(program.resolveSibling("libavcodec.so.62"), new byte[7]);
        Files.delete(program.resolveSibling("ffprobe"));
        Files.writeString(
                Files.createDirectory(cache().resolve("ffmpeg.unpacking")).resolve("ffmpeg"), "half");

        assertThat(find(Optional.empty(), "", bundle()).probe()).isExecutable();
        assertThat(cache().resolve("ffmpeg.unpacking")).doesNotExist();
    }

    @Test
    void severalMayUnpackAtOnce() throws Exception {
        Callable<Ffmpeg> search = () -> find(Optional.empty(), "", bundle());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var found = threads.invokeAll(
                    IntStream.range(0, 4).mapToObj(_ -> search).toList());

            for (var ffmpeg : found) {
                assertThat(ffmpeg.get()).isEqualTo(found.getFirst().get());
            }
        }
    }

    @Test
    void librariesOfADesktopThatAreMissingGetAStandIn() throws Exception {
        var home = Files.createDirectory(folder.resolve("bare"));
        var checks = DESKTOP.stream()
                .map(("[ -L %1$s/%%1$s ] || { echo \"x: error while loading shared libraries: %%1$s: cannot open shared"
                                + " object file: No such file or directory\" >&2; exit 127; }\n")
                        .formatted(home)::formatted)
                .reduce("", String::concat);
        var bare = program(home, checks + "echo ffmpeg version 8; echo libavformat 62. 3.; echo '  libopus '");

        assertThat(FfmpegTrial.of(ffmpeg(bare))).isInstanceOf(FfmpegTrial.Fails.class);
        assertThat(bundle().tryWithStandIns(ffmpeg(bare), home)).isEqualTo(new FfmpegTrial.Runs("8"));
    }

    @Test
    void otherMissingLibrariesGetNone() throws Exception {
        var bare =
                program(folder, "echo 'x: error while loading shared libraries: libm.so.6: cannot open' >&2; exit 127");

        assertThat(bundle().tryWithStandIns(ffmpeg(bare), folder)).isInstanceOf(FfmpegTrial.Fails.class);
        assertThat(folder.resolve("libm.so.6")).doesNotExist();
    }

    /** What the bundled one does on a server, where the real libraries are missing. */
    @Test
    void theBundledOneRunsWithStandInsOnly() throws Exception {
        var ffmpeg = find(Optional.empty(), "", bundle());
        for (var library : DESKTOP) {
            var link = ffmpeg.program().resolveSibling(library);
            if (!Files.isSymbolicLink(link)) {
                Files.createSymbolicLink(link, Path.of("libdrm.so.2"));
            }
        }

        assertThat(FfmpegTrial.of(ffmpeg)).isEqualTo(new FfmpegTrial.Runs(ffmpeg.version()));
    }

    private Path cache() {
        return folder.resolve("cache").toAbsolutePath();
    }

    private Ffmpeg find(Optional<Path> program, String path, BundledFfmpeg bundle)
            throws SoundToolUnavailable, InterruptedException {
        return new FfmpegSearch(new FfmpegSettings(program, cache()), path, bundle).find();
    }

    private Ffmpeg ffmpeg(Path program) {
        return new Ffmpeg("", "", program, program.resolveSibling("ffprobe"), Map.of("LC_ALL", "C"), List.of(), folder);
    }

    private static BundledFfmpeg bundle() {
        return new BundledFfmpeg(FfmpegSearchTest.class.getClassLoader());
    }

    private static BundledFfmpeg noBundle() {
        return new BundledFfmpeg(new URLClassLoader(new URL[0], null));
    }

    /** A working ffmpeg as an administrator would have installed it. */
    private static Path systemLike(Path bin) throws Exception {
        var real = Sounds.ffmpeg();
        var libraries = "export LD_LIBRARY_PATH=" + real.program().getParent() + "\n";
        write(bin.resolve("ffprobe"), libraries + "exec " + real.probe() + " \"$@\"");
        return write(bin.resolve("ffmpeg"), libraries + "exec " + real.program() + " \"$@\"");
    }

    private Path script(String name, String... lines) throws IOException {
        return program(Files.createDirectory(folder.resolve(name)), "echo '%s'".formatted(String.join("\n", lines)));
    }

    private static Path program(Path bin, String text) throws IOException {
        write(bin.resolve("ffprobe"), text);
        return write(bin.resolve("ffmpeg"), text);
    }

    private static Path write(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"))
                .toAbsolutePath();
    }
}
