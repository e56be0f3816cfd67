package app.aisha.app.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Notes what may be in no line of a log: what people say and are called, and secrets. The last module of the build looks for it
 * in all that was logged.
 */
final class Overheard {

    /** Where the lines of tests go, too. */
    static final Path FOLDER = Path.of("target", "test-output");

    private Overheard() {}

    static void words(String said) {
        note("words", said);
    }

    static void name(String name) {
        note("names", name);
    }

    static void secret(String secret) {
        note("secrets", secret);
    }

    private static synchronized void note(String kind, String what) {
        var line = what.replaceAll("\\R", " ").strip() + "\n";
        try {
            Files.createDirectories(FOLDER);
            Files.write(
                    FOLDER.resolve("overheard." + kind),
                    line.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
