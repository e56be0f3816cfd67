package app.aisha.adapters.telegram;

import app.aisha.core.transcript.RemoteFiles;
import com.pengrad.telegrambot.model.File;
import com.pengrad.telegrambot.request.GetFile;
import com.pengrad.telegrambot.response.GetFileResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;

/** Files as Telegram keeps them for bots. Streams to disk; a link is used at once and never stored. */
public final class TelegramFiles implements RemoteFiles {

    private static final Duration DOWNLOAD = Duration.ofMinutes(5);

    private final TelegramApi api;
    private final long limit;
    private final Duration patience;

    public TelegramFiles(TelegramApi api, long limit) {
        this(api, limit, DOWNLOAD);
    }

    TelegramFiles(TelegramApi api, long limit, Duration patience) {
        this.api = api;
        this.limit = limit;
        this.patience = patience;
    }

    @Override
    public long limit() {
        return limit;
    }

    @Override
    public Download download(String file, Path target) throws RemoteFilesUnavailable, InterruptedException {
        var first = tried(file, target);
        var download = first.isPresent() ? first : tried(file, target);
        return download.orElseGet(Download.Gone::new);
    }

    /** Empty where the link leads nowhere, as an expired one does; a new one may do better. */
    private Optional<Download> tried(String file, Path target) throws RemoteFilesUnavailable, InterruptedException {
        var result = api.call(new GetFile(file));
        return switch (result) {
            case ApiResult.Ok<?>(GetFileResponse answer)
            when answer.file() != null && answer.file().filePath() != null -> fetched(answer.file(), target);
            case ApiResult.Rejected<?> rejected
            when rejected.description().contains("file is too big") -> Optional.of(new Download.TooLarge());
            case ApiResult.Rejected<?> rejected when rejected.code() == 400 -> Optional.of(new Download.Gone());
            default -> throw new RemoteFilesUnavailable("getFile: " + result.reason());
        };
    }

    private Optional<Download> fetched(File file, Path target) throws RemoteFilesUnavailable, InterruptedException {
        if (file.fileSize() != null && file.fileSize() > limit) {
            return Optional.of(new Download.TooLarge());
        }
        try {
            return api.download(file.filePath(), patience, (status, body) -> switch (status) {
                case 200 -> Optional.of(stored(body, target));
                case 404 -> Optional.empty();
                default -> throw new BadStatus(status);
            });
        } catch (BadStatus e) {
            throw new RemoteFilesUnavailable("download: status " + e.status);
        } catch (IOException e) {
            throw new RemoteFilesUnavailable("download: " + e.getClass().getSimpleName());
        }
    }

    private Download stored(InputStream body, Path target) throws IOException {
        var whole = false;
        try {
            var copied = Files.copy(new Bounded(body, limit), target, StandardCopyOption.REPLACE_EXISTING);
            whole = copied <= limit;
            return whole ? new Download.Fetched(copied) : new Download.TooLarge();
        } finally {
            if (!whole) {
                Files.deleteIfExists(target);
            }
        }
    }

    /** The file server answers, but not with a file. */
    private static final class BadStatus extends IOException {

        private final int status;

        BadStatus(int status) {
            this.status = status;
        }
    }

    /** Ends one byte behind the limit, so that no sender can fill the disk. */
    private static final class Bounded extends InputStream {

        private final InputStream source;
        private long left;

        Bounded(InputStream source, long limit) {
            this.source = source;
            this.left = limit + 1;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? source.read() : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            var count = source.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }
    }
}
