package app.aisha.adapters.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Runs the server's programs under its account, whatever the surroundings say of languages and PostgreSQL. */
final class PostgresPrograms {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private final Path home;
    private final ServerAccount account;

    PostgresPrograms(Path home, ServerAccount account) {
        this.home = home;
        this.account = account;
    }

    record Ending(boolean good, String output) {

        String lastLine() {
            return output.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .reduce((_, last) -> last)
                    .orElse("no output");
        }
    }

    Ending run(String program, List<String> arguments, String input) throws IOException, InterruptedException {
        var command = new ArrayList<>(account.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return run(command, input);
    }

    String majorVersion() throws IOException, PostgresNotStarted, InterruptedException {
        var ending = run("postgres", List.of("--version"), "");
        var version = VERSION.matcher(ending.output());
        if (!ending.good() || !version.find()) {
            throw new PostgresNotStarted("The programs of the embedded PostgreSQL in %s cannot be run%s: %s"
                    .formatted(home, account.remedy(), ending.lastLine()));
        }
        return version.group(1);
    }

    static boolean namespacesWork() {
        try {
            return run(List.of("unshare", "-U", "true"), "").good();
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Ending run(List<String> command, String input) throws IOException, InterruptedException {
        var output = Files.createTempFile("postgres-", ".out");
        try {
            var builder = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            setEnvironment(builder);
            var process = builder.start();
            try (var stdin = process.outputWriter()) {
                stdin.write(input);
            }
            var ended = process.waitFor(PATIENCE);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            return new Ending(ended && process.exitValue() == 0, Files.readString(output));
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static void setEnvironment(ProcessBuilder builder) {
        var environment = builder.environment();
        var path = environment.getOrDefault("PATH", "/usr/bin:/bin:/usr/sbin:/sbin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
    }
}
