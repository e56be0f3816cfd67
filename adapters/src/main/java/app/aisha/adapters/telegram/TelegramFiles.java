package app.aisha.adapters.telegram;

import app.aisha.adapters.telegram.ApiResult.NoAnswer;
import app.aisha.core.media.RemoteFiles;
import com.pengrad.telegrambot.model.File;
import com.pengrad.telegrambot.request.GetFile;
import com.pengrad.telegrambot.response.GetFileResponse;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files as Telegram keeps them for bots. Streams to disk, or links what lies on this machine already; an address is used at
 * once and never stored.
 *
 * <p>A Bot API server of our own answers {@code getFile} only when it has the file itself, which takes minutes for a large
 * one. Only a few calls wait so long, and the rest come again later, so that large files do not keep the small ones waiting.
 */
public final class TelegramFiles implements RemoteFiles {

    private static final Logger LOG = LoggerFactory.getLogger(TelegramFiles.class);

    private final TelegramApi api;
    private final FileSource source;
    private final long limit;
    private final FilePatience patience;
    private final Semaphore turns;
    private final HttpDownload http;

    public TelegramFiles(TelegramApi api, DownloadSettings settings) {
        this(
                api,
                settings.source(),
                settings.source().limit(),
                FilePatience.with(settings.source()),
                new DiskRoom(settings.diskReserve()));
    }

    TelegramFiles(TelegramApi api, FileSource source, long limit, FilePatience patience, DiskRoom room) {
        this.api = api;
        this.source = source;
        this.limit = limit;
        this.patience = patience;
        this.turns = new Semaphore(patience.turns());
        this.http = new HttpDownload(api, limit, patience.download(), room);
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
        var result = located(new GetFile(file));
        return switch (result) {
            case ApiResult.Ok<?>(GetFileResponse answer)
            when answer.file() != null && answer.file().filePath() != null -> fetched(answer.file(), target);
            case ApiResult.Rejected<?> rejected
            when rejected.description().contains("file is too big") -> Optional.of(new Download.TooLarge());
            case ApiResult.Rejected<?> rejected when rejected.code() == 400 -> Optional.of(new Download.Gone());
            default -> throw new RemoteFilesUnavailable("getFile: " + result.reason());
        };
    }

    private ApiResult<GetFileResponse> located(GetFile request) throws RemoteFilesUnavailable, InterruptedException {
        var soon = api.call(request, patience.call());
        if (!isLate(soon) || source instanceof FileSource.Cloud) {
            return soon;
        }
        if (!turns.tryAcquire()) {
            throw RemoteFilesUnavailable.waiting("getFile: waits for its turn behind other large files");
        }
        try {
            var later = api.call(request, patience.largeCall());
            if (isLate(later)) {
                throw RemoteFilesUnavailable.waiting("getFile: the Bot API server is still fetching the file");
            }
            return later;
        } finally {
            turns.release();
        }
    }

    private static boolean isLate(ApiResult<?> result) {
        return result instanceof NoAnswer<?>(var reason) && reason.equals(HttpTimeoutException.class.getSimpleName());
    }

    private Optional<Download> fetched(File file, Path target) throws RemoteFilesUnavailable, InterruptedException {
        var size = file.fileSize() == null ? 0 : Math.max(0, file.fileSize());
        if (size > limit) {
            return Optional.of(new Download.TooLarge());
        }
        try {
            return switch (source) {
                case FileSource.Cloud _, FileSource.LocalServer _ -> http.fetch(file.filePath(), size, target);
                case FileSource.SharedFolder folder -> Optional.of(linked(folder, file.filePath(), target));
            };
        } catch (DiskRoom.NoRoom e) {
            LOG.warn("Recordings wait for room on the disk: {}", e.getMessage());
            throw RemoteFilesUnavailable.waiting("download: no room on the disk");
        } catch (HttpDownload.BadStatus e) {
            throw new RemoteFilesUnavailable("download: status " + e.status());
        } catch (IOException e) {
            throw new RemoteFilesUnavailable("download: " + e.getClass().getSimpleName());
        }
    }

    private Download linked(FileSource.SharedFolder folder, String path, Path target) throws RemoteFilesUnavailable {
        try {
            new LocalFolder(folder).link(path, target);
            var bytes = Files.size(target);
            if (bytes <= limit) {
                return new Download.Fetched(bytes);
            }
            Files.delete(target);
            return new Download.TooLarge();
        } catch (IOException e) {
            LOG.warn(
                    "A file of the Bot API server cannot be had: {}",
                    e.getClass().getSimpleName());
            throw new RemoteFilesUnavailable("shared folder: " + e.getClass().getSimpleName());
        }
    }
}
