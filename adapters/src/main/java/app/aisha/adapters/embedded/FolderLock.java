package app.aisha.adapters.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Keeps a folder to one process. The operating system lets go of it when the process dies, however it dies. */
final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock of(Path folder) throws IOException, PostgresNotStarted {
        var lock = ifFree(folder);
        if (lock.isEmpty()) {
            throw new PostgresNotStarted(
                    "The data folder %s is in use by the running process %s; stop it first or choose another folder."
                            .formatted(folder, owner(folder)));
        }
        return lock.get();
    }

    /** Empty where a process has the folder. */
    static Optional<FolderLock> ifFree(Path folder) throws IOException {
        var channel = FileChannel.open(fileIn(folder), CREATE, READ, WRITE);
        var taken = false;
        try {
            taken = take(channel);
            return taken ? Optional.of(new FolderLock(channel)) : Optional.empty();
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    private static Path fileIn(Path folder) {
        return folder.resolve("lock");
    }

    private static boolean take(FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() == null) {
                return false;
            }
        } catch (OverlappingFileLockException _) {
            return false;
        }
        var pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0).write(UTF_8.encode(pid), 0);
        return true;
    }

    private static String owner(Path folder) throws IOException {
        return Files.readString(fileIn(folder)).strip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
