package app.aisha.adapters.ffmpeg;

import app.aisha.adapters.filesystem.FilesystemMediaStore;
import app.aisha.adapters.http.HttpClients;
import app.aisha.adapters.http.Secret;
import app.aisha.adapters.telegram.DownloadSettings;
import app.aisha.adapters.telegram.FileSource;
import app.aisha.adapters.telegram.TelegramApi;
import app.aisha.adapters.telegram.TelegramFiles;
import app.aisha.adapters.telegram.TelegramSettings;
import app.aisha.core.media.MediaKey;
import app.aisha.core.transcript.SoundCutter.Wanted;
import app.aisha.core.transcript.SoundInspector.Inspection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Fetches, stores, inspects and cuts one recording, and prints what memory that took: {@code API FOLDER [SHARED]}. */
final class BigFileProgram {

    static final String TOKEN = "123456:a-token-that-nobody-may-see";

    private BigFileProgram() {}

    public static void main(String[] arguments) throws Exception {
        var api = URI.create(arguments[0]);
        var folder = Path.of(arguments[1]);
        var source = arguments.length < 3
                ? new FileSource.LocalServer()
                : new FileSource.SharedFolder(Path.of(arguments[2]), Path.of(arguments[2]));
        var telegram = new TelegramApi(
                new TelegramSettings(api, URI.create(api + "/file"), new Secret(TOKEN)),
                HttpClients.create(Optional.empty(), Duration.ofSeconds(10)));
        var files = new TelegramFiles(telegram, new DownloadSettings(source, OptionalLong.of(0)));
        var store = new FilesystemMediaStore(folder.resolve("media"));
        var ffmpeg = Sounds.ffmpeg();
        var idle = kilobytes(ProcessHandle.current(), "VmRSS");
        var original = folder.resolve("original");

        var tool = new AtomicLong();
        Thread.startVirtualThread(() -> watch(tool));

        var fetched = files.download("big", original);
        store.put(new MediaKey("big"), original, "application/octet-stream");
        var sound = (Inspection.Sound) new FfmpegSoundInspector(ffmpeg).inspect(original);
        var pieces = new AtomicInteger();
        new FfmpegSoundCutter(ffmpeg).cut(original, Wanted.all(sound.length()), _ -> pieces.incrementAndGet() > 0);

        System.out.printf(
                "%s %s, %d s in %d pieces: idle %d MB, above it %d MB, ffmpeg %d MB%n",
                source.getClass().getSimpleName(),
                fetched,
                sound.length().toSeconds(),
                pieces.get(),
                idle >> 10,
                (kilobytes(ProcessHandle.current(), "VmHWM") - idle) >> 10,
                tool.get() >> 10);
    }

    /** Keeps the most that the programs of this one took together. */
    private static void watch(AtomicLong most) {
        while (true) {
            var now = ProcessHandle.current()
                    .children()
                    .mapToLong(child -> kilobytes(child, "VmHWM"))
                    .sum();
            most.accumulateAndGet(now, Math::max);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** As Linux has it; 0 of a process that has ended. */
    private static long kilobytes(ProcessHandle process, String what) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(what + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException _) {
            return 0;
        }
    }
}
