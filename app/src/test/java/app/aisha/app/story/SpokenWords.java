package app.aisha.app.story;

import app.aisha.adapters.ffmpeg.Ffmpeg;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real speech as an Ogg/Opus file: spoken now where espeak-ng is installed, else a recording of our own making. */
final class SpokenWords {

    private SpokenWords() {}

    static Path recording(Ffmpeg ffmpeg, Path folder) throws IOException, InterruptedException {
        var target = folder.resolve("spoken.ogg");
        if (Files.isExecutable(Path.of("/usr/bin/espeak-ng"))) {
            var wav = folder.resolve("spoken.wav");
            run(new ProcessBuilder(
                    "/usr/bin/espeak-ng", "-v", "ru", "-w", wav.toString(), "Завтра в десять встречаемся у входа."));
            var encoder = new ProcessBuilder(List.of(
                    ffmpeg.program().toAbsolutePath().toString(),
                    "-v",
                    "error",
                    "-i",
                    wav.toString(),
                    "-c:a",
                    "libopus",
                    target.toString()));
            encoder.environment().putAll(ffmpeg.environment());
            run(encoder);
        } else {
            Files.write(target, Person.resource("meeting-ru.ogg"));
        }
        return target;
    }

    private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (process.waitFor() != 0) {
            throw new IOException(builder.command() + " failed: " + said);
        }
    }
}
