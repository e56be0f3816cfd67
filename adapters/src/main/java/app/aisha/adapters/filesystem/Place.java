package app.aisha.adapters.filesystem;

import app.aisha.core.media.MediaKey;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a key's file lies.
 *
 * @param folder that holds the file
 * @param above the folders between the root and the file, the nearest first
 */
record Place(Path file, Path folder, List<Path> above) {

    static Place of(Path root, MediaKey key) {
        var file = root.resolve(key.value());
        if (!file.normalize().equals(file) || !file.startsWith(root)) {
            throw new IllegalArgumentException("Leaves the folder: " + key);
        }
        var names = root.relativize(file);
        var above = IntStream.range(1, names.getNameCount())
                .mapToObj(length -> root.resolve(names.subpath(0, length)))
                .toList()
                .reversed();
        return new Place(file, above.isEmpty() ? root : above.getFirst(), above);
    }
}
