package app.aisha.app.observe;

import app.aisha.core.media.RemoteFiles;
import java.nio.file.Path;

/** Watches downloads from Telegram. */
public final class WatchedFiles implements RemoteFiles {

    private final RemoteFiles files;
    private final Calls calls;

    public WatchedFiles(RemoteFiles files, Calls calls) {
        this.files = files;
        this.calls = calls;
    }

    @Override
    public Download download(String file, Path target) throws RemoteFilesUnavailable, InterruptedException {
        try (var call = calls.ofProvider("telegram", "download")) {
            var download = files.download(file, target);
            call.ended(Calls.kind(download));
            return download;
        }
    }

    @Override
    public long limit() {
        return files.limit();
    }
}
