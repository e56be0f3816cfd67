package app.aisha.adapters.telegram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The room for downloads, which leave a reserve of the disk free for all others. What is promised to one download is not
 * promised to another. Thread-safe.
 */
final class DiskRoom {

    private static final long LARGEST_RESERVE = 1L << 30;
    private static final int SHARE_OF_THE_DISK = 20;
    private static final long LOOK_EVERY = 8L << 20;

    private final OptionalLong reserve;
    private final Disk disk;
    private final AtomicLong promised = new AtomicLong();

    /** What a disk tells of itself, in bytes. */
    record Space(long free, long total) {}

    /** The disk that holds a folder. */
    @FunctionalInterface
    interface Disk {

        Space under(Path folder) throws IOException;
    }

    DiskRoom(OptionalLong reserve) {
        this(reserve, DiskRoom::measured);
    }

    DiskRoom(OptionalLong reserve, Disk disk) {
        this.reserve = reserve;
        this.disk = disk;
    }

    private static Space measured(Path folder) throws IOException {
        var store = Files.getFileStore(folder);
        return new Space(store.getUsableSpace(), store.getTotalSpace());
    }

    /**
     * Promises room for a file.
     *
     * @param bytes how long it is said to be; 0 where nobody knows
     * @throws NoRoom before anything is written
     */
    Share share(Path folder, long bytes) throws IOException {
        var before = promised.getAndAdd(bytes);
        var share = new Share(folder, bytes);
        var enough = false;
        try {
            require(folder, before, bytes);
            enough = true;
            return share;
        } finally {
            if (!enough) {
                share.close();
            }
        }
    }

    private void require(Path folder, long promisedToOthers, long wanted) throws IOException {
        var space = disk.under(folder);
        var kept = reserve.orElse(Math.min(LARGEST_RESERVE, space.total() / SHARE_OF_THE_DISK));
        if (space.free() - kept - promisedToOthers < wanted) {
            throw new NoRoom("%d MB free in %s, of which %d are kept and %d promised; a download needs %d"
                    .formatted(space.free() >> 20, folder, kept >> 20, promisedToOthers >> 20, wanted >> 20));
        }
    }

    /** The disk has too little room now. */
    static final class NoRoom extends IOException {

        NoRoom(String message) {
            super(message);
        }
    }

    /** The room of one download. For one thread. */
    final class Share implements AutoCloseable {

        private final Path folder;
        private long left;
        private long unseen;

        private Share(Path folder, long bytes) {
            this.folder = folder;
            this.left = bytes;
        }

        /** Before so many bytes are written; others may have filled the disk meanwhile. */
        void use(int bytes) throws IOException {
            take(Math.min(left, bytes));
            unseen += bytes;
            if (unseen >= LOOK_EVERY) {
                unseen = 0;
                require(folder, 0, bytes);
            }
        }

        @Override
        public void close() {
            take(left);
        }

        private void take(long bytes) {
            left -= bytes;
            promised.addAndGet(-bytes);
        }
    }
}
