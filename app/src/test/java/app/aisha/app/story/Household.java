package app.aisha.app.story;

import app.aisha.app.Aisha;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The whole program as a process of its own, which can be killed like any other. */
final class Household implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);

    private final Path log;
    private final String welcome;
    private final ProcessBuilder builder;
    private Process process;

    Household(Path data, URI telegram, URI speech) throws IOException {
        this(data, telegram, Map.of("OPENAI_API_KEY", "story-key", "OPENAI_BASE_URL", speech + "/v1"));
    }

    /** The sandbox, with these variables for speech. */
    Household(Path data, URI telegram, Map<String, String> speech) throws IOException {
        this(
                data,
                List.of(),
                Variables.both(
                        Map.of(
                                "AISHA_PORT", "0",
                                "TELEGRAM_TOKEN", "42:story-token-story-token",
                                "TELEGRAM_API_URL", telegram.toString()),
                        speech),
                "Ctrl-C stops everything");
    }

    private Household(Path data, List<String> command, Map<String, String> variables, String welcome)
            throws IOException {
        this.log = data.resolve("program.log");
        this.welcome = welcome;
        Files.createDirectories(data);
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Aisha.class.getName()));
        line.addAll(command);
        builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("AISHA_DATA", data.toAbsolutePath().toString());
        builder.environment().put("AISHA_MANAGEMENT_PORT", "0");
        builder.environment()
                .put(
                        "LOGGING_FILE_NAME",
                        Overheard.FOLDER.resolve(data.getFileName() + ".log").toString());
        builder.environment().putAll(variables);
        process = builder.start();
    }

    /** As it runs for real users. */
    static Household serving(Path data, Map<String, String> variables) throws IOException {
        return new Household(data, List.of("serve"), variables, "Aisha serves");
    }

    /** Waits until the program says that it runs. */
    void runs() {
        Moment.when("the program running; see " + log, START, () -> said(welcome));
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

    /** As {@code kill -STOP} does: it keeps its connections and says nothing. */
    void standsStill() throws IOException, InterruptedException {
        signal("STOP");
    }

    void goesOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        var kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IllegalStateException("kill -" + name + " did not work");
        }
    }

    /** Asks it to end, starts it again, and tells how long the end took. */
    Duration restarts() throws IOException {
        var begun = System.nanoTime();
        close();
        var took = Duration.ofNanos(System.nanoTime() - begun);
        rises();
        return took;
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
