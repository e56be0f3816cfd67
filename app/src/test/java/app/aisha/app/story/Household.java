package app.aisha.app.story;

import app.aisha.app.Aisha;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The whole program as a process of its own, which can be killed like any other. */
final class Household implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);

    private final Path log;
    private final ProcessBuilder builder;
    private Process process;

    Household(Path data, URI telegram, URI speech) throws IOException {
        this(data, telegram, Map.of("OPENAI_API_KEY", "story-key", "OPENAI_BASE_URL", speech + "/v1"));
    }

    /** With these variables for speech. */
    Household(Path data, URI telegram, Map<String, String> speech) throws IOException {
        this.log = data.resolve("program.log");
        Files.createDirectories(data);
        builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx384m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Aisha.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var environment = builder.environment();
        environment.put("AISHA_DATA", data.toAbsolutePath().toString());
        environment.put("AISHA_PORT", "0");
        environment.put("AISHA_MANAGEMENT_PORT", "0");
        environment.put(
                "LOGGING_FILE_NAME",
                Overheard.FOLDER.resolve(data.getFileName() + ".log").toString());
        environment.put("TELEGRAM_TOKEN", "42:story-token-story-token");
        environment.put("TELEGRAM_API_URL", telegram.toString());
        environment.putAll(speech);
        process = builder.start();
    }

    /** Waits until the program says that it runs. */
    void runs() {
        Moment.when("the program running; see " + log, START, () -> said("Ctrl-C stops everything"));
    }

    private Optional<String> said(String words) {
        try {
            var text = Files.readString(log);
            if (!process.isAlive()) {
                throw new AssertionError("The program ended by itself:\n" + text);
            }
            return text.contains(words) ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does: no farewell, and PostgreSQL stays behind as an orphan. */
    void dies() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    void rises() throws IOException {
        Files.writeString(log, "");
        process = builder.start();
    }

    /** How often the program said since its last start that a message may reach its chat twice. */
    long possibleDuplicates() throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("may reach its chat twice"))
                    .count();
        }
    }

    /** All it said since its last start. */
    String words() throws IOException {
        return Files.readString(log);
    }

    List<String> lastWords() throws IOException {
        var lines = Files.readAllLines(log);
        return lines.subList(Math.max(0, lines.size() - 50), lines.size());
    }

    private boolean hasEnded() {
        try {
            return process.waitFor(40, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks it to end and waits for it. */
    @Override
    public void close() throws IOException {
        process.destroy();
        if (!hasEnded()) {
            process.destroyForcibly();
            throw new AssertionError("The program did not end when asked to: " + lastWords());
        }
    }
}
