package app.aisha.core.media;

import java.nio.file.Path;

/** Fetches what a person sent from where Telegram keeps it. Thread-safe. */
public interface RemoteFiles {

    /**
     * Streams the file to disk, replacing the target.
     *
     * @param file Telegram's {@code file_id}
     * @throws RemoteFilesUnavailable the same file may be had later
     */
    Download download(String file, Path target) throws RemoteFilesUnavailable, InterruptedException;

    /** The largest file that can be fetched, in bytes. */
    long limit();

    sealed interface Download {

        record Fetched(long bytes) implements Download {}

        record TooLarge() implements Download {}

        record Gone() implements Download {}
    }

    /** Telegram did not hand out the file this time, or there is no room for it now. */
    final class RemoteFilesUnavailable extends Exception {

        private final boolean waiting;

        public RemoteFilesUnavailable(String message) {
            this(message, false);
        }

        private RemoteFilesUnavailable(String message, boolean waiting) {
            super(message);
            this.waiting = waiting;
        }

        /** Nothing is wrong with the file or its server: it waits for room on the disk, for its turn or for its bytes. */
        public static RemoteFilesUnavailable waiting(String message) {
            return new RemoteFilesUnavailable(message, true);
        }

        /** Whether the file is worth a wait as long as an operator may need to make room. */
        public boolean isWaiting() {
            return waiting;
        }
    }
}
