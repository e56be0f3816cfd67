package app.aisha.adapters.ffmpeg;

import java.io.IOException;
import java.net.JarURLConnection;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;

/**
 * The ffmpeg in the jar {@code org.bytedeco:ffmpeg}, unpacked into a cache folder, one folder per content of the jar.
 *
 * <p>Its {@code libavdevice}, of which nothing is ever called, needs four desktop libraries that a server does not have.
 * For each one that is missing a bundled library stands in under its name, which satisfies the loader.
 */
final class BundledFfmpeg {

    private static final Set<String> PROGRAMS = Set.of("ffmpeg", "ffprobe");
    private static final Set<String> NEVER_CALLED =
            Set.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0");
    private static final Path STAND_IN = Path.of("libdrm.so.2");

    private final ClassLoader classes;

    BundledFfmpeg(ClassLoader classes) {
        this.classes = classes;
    }

    /** As the jar names it: linux-x86_64, linux-arm64, … */
    static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).replace("mac os x", "macosx");
        var machine = System.getProperty("os.arch").replace("amd64", "x86_64").replace("aarch64", "arm64");
        return system + "-" + machine;
    }

    /** The folder with the unpacked programs; empty when the jar is not on the class path. Safe among several processes. */
    Optional<Path> unpack(Path cache) throws IOException {
        var folder = "org/bytedeco/ffmpeg/" + platform() + "/";
        var program = classes.getResource(folder + "ffmpeg");
        if (program == null || !(program.openConnection() instanceof JarURLConnection connection)) {
            return Optional.empty();
        }
        var jar = connection.getJarFile();
        var entries = jar.stream()
                .filter(entry -> entry.getName().startsWith(folder) && !entry.isDirectory())
                .filter(entry -> !fileName(entry).startsWith("libjni"))
                .sorted(Comparator.comparing(JarEntry::getName))
                .toList();
        return Optional.of(unpack(jar, entries, Files.createDirectories(cache)));
    }

    /** Tries it, and puts a stand-in in the place of every dispensable library the loader misses. */
    FfmpegTrial.Result tryWithStandIns(Ffmpeg ffmpeg, Path home) throws IOException, InterruptedException {
        var result = FfmpegTrial.of(ffmpeg);
        for (var round = 0; round < NEVER_CALLED.size(); round++) {
            if (result instanceof FfmpegTrial.Fails(var reason, var missing)
                    && missing.filter(NEVER_CALLED::contains).isPresent()) {
                standIn(home.resolve(missing.get()));
                result = FfmpegTrial.of(ffmpeg);
            }
        }
        return result;
    }

    private static void standIn(Path library) throws IOException {
        try {
            Files.createSymbolicLink(library, STAND_IN);
        } catch (FileAlreadyExistsException _) {
            // Another process was faster; that one or the system's will be tried now.
        }
    }

    private static synchronized Path unpack(JarFile jar, List<JarEntry> entries, Path cache) throws IOException {
        var home = cache.resolve("ffmpeg-" + fingerprint(entries));
        try (var channel = FileChannel.open(
                        cache.resolve("ffmpeg.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!isComplete(home, entries)) {
                var fresh = cache.resolve("ffmpeg.unpacking");
                delete(fresh);
                delete(home);
                copy(jar, entries, Files.createDirectory(fresh));
                Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            }
            return home;
        }
    }

    private static void copy(JarFile jar, List<JarEntry> entries, Path folder) throws IOException {
        for (var entry : entries) {
            var file = folder.resolve(fileName(entry));
            try (var content = jar.getInputStream(entry)) {
                Files.copy(content, file);
            }
            if (PROGRAMS.contains(fileName(entry)) && !file.toFile().setExecutable(true)) {
                throw new IOException("Cannot make " + file + " executable");
            }
        }
    }

    /** Sizes and checksums of the directory of the jar, without reading its 27 MB. */
    private static String fingerprint(List<JarEntry> entries) {
        var sum = new CRC32();
        for (var entry : entries) {
            sum.update("%s %d %x\n"
                    .formatted(entry.getName(), entry.getSize(), entry.getCrc())
                    .getBytes(StandardCharsets.UTF_8));
        }
        return "%08x".formatted(sum.getValue());
    }

    private static boolean isComplete(Path home, List<JarEntry> entries) throws IOException {
        for (var entry : entries) {
            var file = home.resolve(fileName(entry));
            if (!Files.isRegularFile(file) || Files.size(file) != entry.getSize()) {
                return false;
            }
        }
        return true;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static String fileName(JarEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }
}
