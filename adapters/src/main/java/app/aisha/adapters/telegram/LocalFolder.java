package app.aisha.adapters.telegram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder of a Bot API server on this machine, or mounted here. Its files are linked and never copied. Thread-safe. */
final class LocalFolder {

    private final Path theirs;
    private final Path ours;

    LocalFolder(FileSource.SharedFolder folder) {
        this.theirs = folder.theirs().normalize();
        this.ours = folder.ours();
    }

    /**
     * Lets the target be the file: a second name of it, which survives the server's tidying up, or on another disk a
     * symbolic link.
     *
     * @param named absolute path as the server says it
     * @throws IOException the file is not there, not ours to read, or lies elsewhere
     */
    void link(String named, Path target) throws IOException {
        var file = find(named);
        Files.deleteIfExists(target);
        try {
            Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException _) {
            Files.createSymbolicLink(target, file);
        }
    }

    private Path find(String named) throws IOException {
        var path = absolute(named);
        if (!path.startsWith(theirs)) {
            throw new IOException("the server names a file outside of " + theirs);
        }
        var file = ours.resolve(theirs.relativize(path)).toRealPath();
        if (!file.startsWith(ours.toRealPath()) || !Files.isRegularFile(file)) {
            throw new IOException("the server names something that is not a file of " + ours);
        }
        if (!Files.isReadable(file)) {
            throw new IOException("a file of " + ours + " may not be read; the server's group has to be ours");
        }
        return file;
    }

    private static Path absolute(String named) throws IOException {
        try {
            var path = Path.of(named);
            if (path.isAbsolute() && path.normalize().equals(path)) {
                return path;
            }
            throw new IOException("the server gives no absolute path; it has to run with --local");
        } catch (InvalidPathException malformed) {
            throw new IOException("the server names no path", malformed);
        }
    }
}
