package app.aisha.adapters.filesystem;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaUnavailable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps objects as files of a folder: the key is the path, so that copying the folder into a bucket moves the store. An
 * object that was put survives a loss of power. Several processes may share the folder.
 */
public final class FilesystemMediaStore implements MediaStore {

    private static final Logger LOG = LoggerFactory.getLogger(FilesystemMediaStore.class);
    private static final int ATTEMPTS = 10;

    private final Path folder;
    private final Incoming incoming;

    /**
     * Opens the folder, making it where it is missing, and clears away the unfinished objects of killed processes.
     *
     * @throws IOException the folder cannot be made or written
     */
    public FilesystemMediaStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder).toRealPath();
        this.incoming = new Incoming(this.folder.resolve(".incoming"));
    }

    @Override
    public void put(MediaKey key, Path file, String contentType) throws MediaUnavailable {
        var place = Place.of(folder, key);
        try (var copy = incoming.copyOf(file)) {
            moveIntoPlace(copy.path(), place);
            sync(place);
        } catch (FileAlreadyExistsException | NotDirectoryException clash) {
            throw new IllegalArgumentException("A key is also the folder of another: " + key, clash);
        } catch (IOException failure) {
            throw new MediaUnavailable("Cannot put " + key.value(), failure);
        }
    }

    /** A folder may be pruned by a delete between being made and being used; then it is made again. */
    private static void moveIntoPlace(Path copy, Place place) throws IOException {
        for (var attempt = 1; ; attempt++) {
            try {
                Files.createDirectories(place.folder());
                if (Files.isDirectory(place.file())) {
                    throw new FileAlreadyExistsException(place.file().toString());
                }
                Files.move(copy, place.file(), ATOMIC_MOVE);
                return;
            } catch (NoSuchFileException pruned) {
                if (attempt == ATTEMPTS) {
                    throw pruned;
                }
            }
        }
    }

    /** The name of a new file is on disk only once its folder is, and that folder's name likewise. */
    private void sync(Place place) throws IOException {
        try {
            for (var changed : place.above()) {
                sync(changed);
            }
        } catch (NoSuchFileException _) {
            LOG.debug("{} was deleted meanwhile", place.file());
        }
        sync(folder);
    }

    private static void sync(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }

    @Override
    public boolean fetch(MediaKey key, Path target) throws MediaUnavailable {
        var place = Place.of(folder, key);
        try {
            if (attributes(place).isEmpty()) {
                return false;
            }
            copy(place.file(), target.toAbsolutePath());
            return true;
        } catch (NoSuchFileException gone) {
            if (place.file().toString().equals(gone.getFile())) {
                return false;
            }
            throw new MediaUnavailable("Cannot fetch " + key.value(), gone);
        } catch (IOException failure) {
            throw new MediaUnavailable("Cannot fetch " + key.value(), failure);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        try (var from = FileChannel.open(source, READ)) {
            var partial = target.resolveSibling(".fetch-" + UUID.randomUUID());
            try {
                try (var to = FileChannel.open(partial, CREATE_NEW, WRITE)) {
                    Incoming.transfer(from, to);
                }
                Files.move(partial, target, ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(partial);
            }
        }
    }

    @Override
    public OptionalLong size(MediaKey key) throws MediaUnavailable {
        try {
            var found = attributes(Place.of(folder, key));
            return found.isPresent() ? OptionalLong.of(found.get().size()) : OptionalLong.empty();
        } catch (IOException failure) {
            throw new MediaUnavailable("Cannot measure " + key.value(), failure);
        }
    }

    @Override
    public void delete(MediaKey key) throws MediaUnavailable {
        try {
            var place = Place.of(folder, key);
            if (attributes(place).isPresent()) {
                Files.deleteIfExists(place.file());
                prune(place.above());
            }
        } catch (IOException failure) {
            throw new MediaUnavailable("Cannot delete " + key.value(), failure);
        }
    }

    private static void prune(List<Path> emptied) throws IOException {
        try {
            for (var place : emptied) {
                Files.deleteIfExists(place);
            }
        } catch (DirectoryNotEmptyException _) {
            return;
        }
    }

    @Override
    public List<MediaKey> under(MediaKey start) throws MediaUnavailable {
        try {
            return KeysBelow.of(folder, Place.of(folder, start).file());
        } catch (IOException failure) {
            throw new MediaUnavailable("Cannot list " + start.value(), failure);
        }
    }

    private static Optional<BasicFileAttributes> attributes(Place place) throws IOException {
        if (place.above().stream().anyMatch(Files::isRegularFile)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAttributes(place.file(), BasicFileAttributes.class))
                    .filter(BasicFileAttributes::isRegularFile);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }
}
