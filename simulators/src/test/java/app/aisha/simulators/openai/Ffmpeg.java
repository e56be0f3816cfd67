package app.aisha.simulators.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** The ffmpeg of the test class path, unpacked once per run and removed at its end. */
public final class Ffmpeg {
    private static final String FOLDER = "org/bytedeco/ffmpeg/linux-x86_64/";
    private static final List<String> ONLY_FOR_DEVICES =
            List.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0");
    private static final Path HOME = unpack();

    private Ffmpeg() {}

    static Path program() {
        return HOME.resolve("ffmpeg");
    }

    static Map<String, String> environment() {
        return Map.of("LD_LIBRARY_PATH", HOME.toString());
    }

    /** Runs ffmpeg over an input piped in and gives what it pipes out. */
    public static byte[] convert(byte[] input, String... arguments) throws IOException, InterruptedException {
        var source = Files.createTempFile("ffmpeg-test", ".in");
        var target = Files.createTempFile("ffmpeg-test", ".out");
        try {
            Files.write(source, input);
            var command = new ArrayList<>(
                    List.of(program().toString(), "-nostdin", "-y", "-loglevel", "error", "-i", source.toString()));
            command.addAll(List.of(arguments));
            command.add(target.toString());
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment());
            var process = builder.start();
            var said = new ByteArrayOutputStream();
            process.getInputStream().transferTo(said);
            assertThat(process.waitFor())
                    .as(said.toString(java.nio.charset.StandardCharsets.UTF_8))
                    .isZero();
            return Files.readAllBytes(target);
        } finally {
            Files.delete(source);
            Files.delete(target);
        }
    }

    private static Path unpack() {
        try {
            var home = Files.createTempDirectory("ffmpeg-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(home)));
            var resource = Ffmpeg.class.getClassLoader().getResource(FOLDER + "ffmpeg");
            assertThat(resource).as("ffmpeg on the class path").isNotNull();
            var jar = resource.getPath().replaceFirst("^file:", "").replaceFirst("!.*$", "");
            try (var zip = new ZipFile(jar)) {
                for (var entry : zip.stream().toList()) {
                    var name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                    if (entry.getName().startsWith(FOLDER) && !entry.isDirectory() && !name.startsWith("libjni")) {
                        Files.copy(zip.getInputStream(entry), home.resolve(name));
                    }
                }
            }
            for (var library : ONLY_FOR_DEVICES) {
                Files.createSymbolicLink(home.resolve(library), Path.of("libdrm.so.2"));
            }
            assertThat(home.resolve("ffmpeg").toFile().setExecutable(true)).isTrue();
            return home;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void remove(Path home) {
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> assertThat(file.toFile().delete()).isTrue());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
