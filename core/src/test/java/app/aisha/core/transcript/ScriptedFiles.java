package app.aisha.core.transcript;

import app.aisha.core.media.RemoteFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hands out the same bytes for every file, unless told otherwise. */
public final class ScriptedFiles implements RemoteFiles {

    /** What a download comes to. */
    @FunctionalInterface
    public interface Script {

        Download download(Path target) throws RemoteFilesUnavailable, InterruptedException;
    }

    private volatile Script script = ScriptedFiles::handOut;

    public void answer(Script script) {
        this.script = script;
    }

    public void areBack() {
        script = ScriptedFiles::handOut;
    }

    public void areAway() {
        script = _ -> {
            throw new RemoteFilesUnavailable("no files today");
        };
    }

    static Download handOut(Path target) {
        try {
            Files.writeString(target, "sound");
            return new Download.Fetched(5);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Download download(String file, Path target) throws RemoteFilesUnavailable, InterruptedException {
        return script.download(target);
    }

    @Override
    public long limit() {
        return 20 << 20;
    }
}
