package app.aisha.core.transcript;

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

    /** Telegram did not hand out the file this time. */
    final class RemoteFilesUnavailable extends Exception {

        public RemoteFilesUnavailable(String message) {
            super(message);
        }
    }
}
