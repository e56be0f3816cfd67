package app.aisha.adapters.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/** Keeps a folder to one process. The operating system lets go of it when the process dies, however it dies. */
final class FolderLock implements AutoCloseable {

    private static final int LONGEST_PID = 20;

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock of(Path folder) throws IOException, PostgresNotStarted {
        var channel = FileChannel.open(folder.resolve("lock"), CREATE, READ, WRITE);
        var taken = false;
        try {
            taken = take(channel);
            if (!taken) {
                throw new PostgresNotStarted(
                        "The data folder %s is in use by the running process %s; stop it first or choose another folder."
                                .formatted(folder, owner(channel)));
            }
            return new FolderLock(channel);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
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

    private static String owner(FileChannel channel) throws IOException {
        var text = ByteBuffer.allocate(LONGEST_PID);
        channel.read(text, 0);
        return UTF_8.decode(text.flip()).toString().strip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
