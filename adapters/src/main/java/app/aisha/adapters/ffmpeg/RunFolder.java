package app.aisha.adapters.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder a single run works in: its own, empty and gone afterwards. */
record RunFolder(Path path) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);

    static RunFolder in(Path parent) throws IOException {
        return new RunFolder(Files.createTempDirectory(
                Files.createDirectories(parent), ProcessHandle.current().pid() + "-"));
    }

    /** Removes what processes left that were killed. */
    static void sweep(Path parent) throws IOException {
        try (var left = Files.list(parent)) {
            left.filter(RunFolder::isOfTheDead).map(RunFolder::new).forEach(RunFolder::close);
        }
    }

    private static boolean isOfTheDead(Path folder) {
        var owner = folder.getFileName().toString().replaceFirst("-.*", "");
        return owner.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(owner)).isEmpty();
    }

    @Override
    public void close() {
        try (var tree = Files.walk(path)) {
            for (var file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException _) {
            LOG.debug("{} is gone already", path);
        } catch (IOException e) {
            LOG.warn("{} could not be removed: {}", path, e.toString());
        }
    }
}
