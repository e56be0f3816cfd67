package app.aisha.adapters.filesystem;

import static java.util.Comparator.comparing;

import app.aisha.core.media.MediaKey;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Walks a folder that others change meanwhile, collecting what has the form of a key. */
final class KeysBelow extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<MediaKey> keys = new ArrayList<>();

    private KeysBelow(Path root) {
        this.root = root;
    }

    static List<MediaKey> of(Path root, Path start) throws IOException {
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        var found = new KeysBelow(root);
        Files.walkFileTree(start, found);
        found.keys.sort(comparing(MediaKey::value));
        return List.copyOf(found.keys);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            MediaKey.of(root.relativize(file).toString()).ifPresent(keys::add);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
