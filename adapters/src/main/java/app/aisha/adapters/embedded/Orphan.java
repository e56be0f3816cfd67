package app.aisha.adapters.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that outlived the program which had started it. To be looked for by the holder of the folder's lock only. */
final class Orphan {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Lines of a pid file, counted from 0. */
    private static final int PORT = 3;

    private static final int STATUS = 7;

    private Orphan() {}

    /** Ends the server of this data folder, if one runs. No other process is touched, whatever the pid file says. */
    static void reap(Path data) throws IOException, PostgresNotStarted, InterruptedException {
        var process = recorded(data);
        if (process.isEmpty()) {
            return;
        }
        if (serves(process.get(), data)) {
            LOG.info(
                    "A PostgreSQL left by a killed run is stopped first (process {})",
                    process.get().pid());
            stop(process.get(), data);
        } else {
            Files.deleteIfExists(pidFile(data));
        }
    }

    private static Path pidFile(Path data) {
        return data.resolve("postmaster.pid");
    }

    static Optional<ProcessHandle> recorded(Path data) throws IOException {
        if (!Files.exists(pidFile(data))) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile(data)).stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(Orphan::runs);
    }

    /** Where the server of this data folder takes connections, as it wrote into its pid file. */
    static int portOf(Path data) throws IOException, PostgresNotStarted {
        var lines = Files.exists(pidFile(data)) ? Files.readAllLines(pidFile(data)) : List.<String>of();
        if (lines.size() <= STATUS
                || !lines.get(STATUS).strip().equals("ready")
                || recorded(data).isEmpty()) {
            throw new PostgresNotStarted(
                    "The embedded PostgreSQL in %s is just starting or stopping; try again in a moment."
                            .formatted(data));
        }
        return Integer.parseInt(lines.get(PORT).strip());
    }

    private static boolean serves(ProcessHandle process, Path data) {
        try {
            var words = List.of(Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"), UTF_8)
                    .split("\0"));
            return words.getFirst().endsWith("/postgres") && words.contains(data.toString());
        } catch (IOException _) {
            return false;
        }
    }

    private static void stop(ProcessHandle server, Path data) throws PostgresNotStarted, InterruptedException {
        var family = server.descendants().toList();
        server.destroy();
        if (ended(server)) {
            return;
        }
        server.destroyForcibly();
        family.forEach(ProcessHandle::destroyForcibly);
        if (!ended(server)) {
            throw new PostgresNotStarted(
                    "A PostgreSQL left by a killed run (process %d) still serves %s and cannot be stopped; end it by hand."
                            .formatted(server.pid(), data));
        }
    }

    /** Waits a little for the end. */
    static boolean ended(ProcessHandle process) throws InterruptedException {
        var deadline = System.nanoTime() + GRACE.toNanos();
        while (runs(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(10);
        }
        return true;
    }

    /** A process that ended and of which nobody took notice yet stays in the table as a zombie; it does not run. */
    static boolean runs(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            var status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"), UTF_8);
            return status.charAt(status.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException _) {
            return process.isAlive();
        }
    }
}
