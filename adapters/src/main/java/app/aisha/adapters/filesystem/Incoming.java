package app.aisha.adapters.filesystem;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where objects grow before they take their place. A growing file is locked by its process, so what is not locked belongs
 * to a process that died.
 */
final class Incoming {

    private final Path folder;

    Incoming(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        try (var left = Files.newDirectoryStream(folder)) {
            for (var file : left) {
                deleteUnlessGrowing(file);
            }
        }
    }

    private static void deleteUnlessGrowing(Path file) throws IOException {
        try (var channel = FileChannel.open(file, WRITE);
                var lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(file);
            }
        } catch (OverlappingFileLockException | NoSuchFileException _) {
            return;
        }
    }

    /** A finished copy; closing it removes it unless it was moved away. */
    record Copy(Path path, FileChannel channel) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
            channel.close();
        }
    }

    /** All bytes of the file, forced to disk. */
    Copy copyOf(Path file) throws IOException {
        try (var source = FileChannel.open(file, READ)) {
            var path = folder.resolve(UUID.randomUUID().toString());
            var copy = new Copy(path, FileChannel.open(path, CREATE_NEW, WRITE));
            var complete = false;
            try {
                copy.channel.lock();
                transfer(source, copy.channel);
                copy.channel.force(true);
                complete = true;
                return copy;
            } finally {
                if (!complete) {
                    copy.close();
                }
            }
        }
    }

    static void transfer(FileChannel from, FileChannel to) throws IOException {
        var length = from.size();
        for (var done = 0L; done < length; ) {
            var moved = from.transferTo(done, length - done, to);
            if (moved == 0) {
                throw new IOException("The file became shorter while it was read");
            }
            done += moved;
        }
    }
}
