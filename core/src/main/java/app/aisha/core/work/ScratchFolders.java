package app.aisha.core.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Folders for files that nobody needs once a job's run is over. What a killed process left is removed at the start. */
public final class ScratchFolders {

    private final Path root;

    /** Empties the root, which belongs to this process alone. */
    public ScratchFolders(Path root) {
        this.root = root;
        delete(root);
    }

    /** A new, empty folder that disappears when it is closed. */
    public Folder open() {
        try {
            Files.createDirectories(root);
            return new Folder(Files.createTempDirectory(root, "job"));
        } catch (IOException e) {
            throw new UncheckedIOException("No room for temporary files in " + root, e);
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var walk = Files.walk(tree)) {
            for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove temporary files in " + tree, e);
        }
    }

    /**
     * One folder.
     *
     * @param path exists until closed
     */
    public record Folder(Path path) implements AutoCloseable {

        @Override
        public void close() {
            delete(path);
        }
    }
}
