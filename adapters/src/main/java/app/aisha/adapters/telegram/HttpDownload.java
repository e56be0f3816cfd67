package app.aisha.adapters.telegram;

import app.aisha.core.media.RemoteFiles.Download;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** Streams files to disk, neither beyond the limit nor into the reserve of the disk. Thread-safe. */
final class HttpDownload {

    private static final int BUFFER = 1 << 16;

    private final TelegramApi api;
    private final long limit;
    private final Duration patience;
    private final DiskRoom room;

    HttpDownload(TelegramApi api, long limit, Duration patience, DiskRoom room) {
        this.api = api;
        this.limit = limit;
        this.patience = patience;
        this.room = room;
    }

    /** The file server answers, but not with a file. */
    static final class BadStatus extends IOException {

        private final int status;

        BadStatus(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /**
     * Brings the file; empty where nothing is behind the path.
     *
     * @param size as the server says; 0 where it does not
     */
    Optional<Download> fetch(String path, long size, Path target) throws IOException, InterruptedException {
        var folder = target.toAbsolutePath().getParent();
        try (var share = room.share(folder == null ? target : folder, size)) {
            return api.download(path, patience, (status, body) -> switch (status) {
                case 200 -> Optional.of(stored(body, share, target));
                case 404 -> Optional.empty();
                default -> throw new BadStatus(status);
            });
        }
    }

    private Download stored(InputStream body, DiskRoom.Share share, Path target) throws IOException {
        var whole = false;
        try {
            var copied = copied(body, share, target);
            whole = copied <= limit;
            return whole ? new Download.Fetched(copied) : new Download.TooLarge();
        } finally {
            if (!whole) {
                Files.deleteIfExists(target);
            }
        }
    }

    /** Ends behind the limit, so that no sender can fill the disk. What was there before may be a link and is not written to. */
    private long copied(InputStream body, DiskRoom.Share share, Path target) throws IOException {
        Files.deleteIfExists(target);
        try (var file = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            var buffer = new byte[BUFFER];
            var total = 0L;
            for (var length = body.read(buffer); length >= 0 && total <= limit; length = body.read(buffer)) {
                total += length;
                share.use(length);
                file.write(buffer, 0, length);
            }
            return total;
        }
    }
}
