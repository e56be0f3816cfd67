package app.aisha.simulators.openai;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decodes anything ffmpeg can read into a {@link Sound}. Thread-safe; each call runs its own process. */
final class AudioDecoder {
    private final Path ffmpeg;
    private final Map<String, String> environment;

    AudioDecoder(Path ffmpeg, Map<String, String> environment) {
        this.ffmpeg = ffmpeg;
        this.environment = environment;
    }

    /**
     * @return empty when the bytes are no audio, or broken
     * @throws IOException when ffmpeg cannot be started
     */
    Optional<Sound> decode(InputStream encoded) throws IOException {
        var file = Files.createTempFile("openai-simulator", ".audio");
        try {
            Files.copy(encoded, file, StandardCopyOption.REPLACE_EXISTING);
            return decode(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Optional<Sound> decode(Path file) throws IOException {
        var builder = new ProcessBuilder(command(file)).redirectError(Redirect.DISCARD);
        builder.environment().putAll(environment);
        var process = builder.start();
        try (var pcm = process.getInputStream()) {
            var sound = Sound.read(pcm);
            return process.waitFor() == 0 && sound.frames() > 0 ? Optional.of(sound) : Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while decoding", stopped);
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(Path file) {
        return List.of(
                ffmpeg.toString(),
                "-nostdin",
                "-hide_banner",
                "-loglevel",
                "error",
                "-protocol_whitelist",
                "file,pipe,fd",
                "-format_whitelist",
                "ogg,mov,mp3,wav,flac,matroska,aac,mpeg,mpegts",
                "-i",
                file.toString(),
                "-vn",
                "-sn",
                "-dn",
                "-map",
                "0:a:0",
                "-ac",
                "1",
                "-ar",
                Integer.toString(Sound.RATE),
                "-f",
                "s16le",
                "-");
    }
}
