package app.aisha.adapters.telegram;

import app.aisha.core.transcript.RemoteFiles;
import com.pengrad.telegrambot.request.GetFile;
import com.pengrad.telegrambot.response.GetFileResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/** Files as Telegram keeps them for bots. Streams to disk; a link is used at once and never stored. */
public final class TelegramFiles implements RemoteFiles {

    private static final Duration DOWNLOAD = Duration.ofMinutes(5);

    private final TelegramApi api;
    private final long limit;

    public TelegramFiles(TelegramApi api, long limit) {
        this.api = api;
        this.limit = limit;
    }

    @Override
    public long limit() {
        return limit;
    }

    @Override
    public Download download(String file, Path target) throws RemoteFilesUnavailable, InterruptedException {
        var result = api.call(new GetFile(file));
        return switch (result) {
            case ApiResult.Ok<?>(GetFileResponse answer)
            when answer.file() != null && answer.file().filePath() != null ->
                fetch(answer.file().filePath(), target);
            case ApiResult.Rejected<?> rejected
            when rejected.description().contains("file is too big") -> new Download.TooLarge();
            case ApiResult.Rejected<?> rejected when rejected.code() == 400 -> new Download.Gone();
            default -> throw new RemoteFilesUnavailable("getFile: " + result.reason());
        };
    }

    private Download fetch(String path, Path target) throws RemoteFilesUnavailable, InterruptedException {
        try {
            var response = api.download(path, DOWNLOAD);
            try (var body = response.body()) {
                return switch (response.statusCode()) {
                    case 200 ->
                        stored(
                                body,
                                response.headers()
                                        .firstValueAsLong("content-length")
                                        .orElse(-1),
                                target);
                    case 404 -> new Download.Gone();
                    default -> throw new RemoteFilesUnavailable("download: status " + response.statusCode());
                };
            }
        } catch (IOException e) {
            throw new RemoteFilesUnavailable("download: " + e.getClass().getSimpleName());
        }
    }

    private Download stored(InputStream body, long announced, Path target) throws IOException {
        var copied = Files.copy(new Bounded(body, limit), target, StandardCopyOption.REPLACE_EXISTING);
        if (copied > limit) {
            return new Download.TooLarge();
        }
        if (announced >= 0 && copied != announced) {
            throw new IOException("The download broke off");
        }
        return new Download.Fetched(copied);
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
