package app.aisha.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** How long the packaged sandbox takes from nothing to the first answer, and what it holds when nobody asks. */
final class StartBenchmark implements Benchmark {

    private static final Path JAR = Path.of("app/target/aisha-exec.jar");
    private static final Path WARM = Path.of("app/target/aisha").toAbsolutePath();
    private static final int RUNS = 3;
    private static final int CHAT_PORT = 18_081;
    private static final Duration IDLE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What one start came to: seconds, then MB of the program and of everything with its PostgreSQL. */
    private record Start(double seconds, double program, double everything) {}

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String purpose() {
        return "from the start of the process to the first answered /start, and memory at rest";
    }

    @Override
    public Figures run() throws Exception {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing; run ./aisha bench start, which builds it");
        }
        var figures = new Figures(
                "the packaged sandbox (program, PostgreSQL, simulators); /start sent as soon as Telegram's simulator listens; memory %d s later; program = resident set, all = proportional set with PostgreSQL"
                        .formatted(IDLE.toSeconds()),
                "",
                "seconds",
                "program MB",
                "all MB");
        try (var folder = TemporaryFolder.make()) {
            var data = folder.path();
            row(figures, "first start on an empty folder", start(data, cold()));
            rows(figures, "later start", data, cold());
            if (Files.exists(WARM.resolve("aisha.aot"))) {
                rows(figures, "start after ./aisha warm", data, warm());
            }
            figures.row("java -version, for comparison", seconds(bareJava()), "", "");
        }
        return figures;
    }

    private static void rows(Figures figures, String name, Path data, List<String> program)
            throws IOException, InterruptedException {
        var starts = new ArrayList<Start>();
        for (var run = 1; run <= RUNS; run++) {
            starts.add(start(data, program));
            row(figures, name + " " + run, starts.getLast());
        }
        row(
                figures,
                name + ", median",
                new Start(
                        median(starts.stream().map(Start::seconds)),
                        median(starts.stream().map(Start::program)),
                        median(starts.stream().map(Start::everything))));
    }

    private static List<String> cold() {
        return List.of("-jar", JAR.toString());
    }

    private static List<String> warm() {
        return List.of(
                "-XX:AOTCache=" + WARM.resolve("aisha.aot"),
                "-jar",
                WARM.resolve(JAR.getFileName()).toString());
    }

    private static void row(Figures figures, String name, Start start) {
        figures.row(name, seconds(start.seconds()), whole(start.program()), whole(start.everything()));
    }

    private static double median(Stream<Double> values) {
        return Sample.of(values.toList()).median();
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static Start start(Path data, List<String> arguments) throws IOException, InterruptedException {
        var begin = System.nanoTime();
        var process = program(data, arguments);
        var stop = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            awaitAnswer(process);
            var seconds = (System.nanoTime() - begin) / 1e9;
            Thread.sleep(IDLE);
            return new Start(seconds, residentMegabytes(process.pid()), proportionalMegabytes(process, data));
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    /** With the options of the launcher. */
    private static Process program(Path data, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Java.PROGRAM,
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.matches("(TELEGRAM|OPENAI|MINIO|REDIS|DATABASE|AISHA)_.*"));
        environment.put("AISHA_DATA", data.toString());
        environment.put("AISHA_PORT", "0");
        environment.put("AISHA_MANAGEMENT_PORT", "0");
        environment.put("AISHA_CHAT_PORT", Integer.toString(CHAT_PORT));
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitAnswer(Process process) throws IOException, InterruptedException {
        var crowd = new Crowd(URI.create("http://127.0.0.1:" + CHAT_PORT));
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var person = 0L;
        while (person == 0 || crowd.latestOfBot(person) == 0) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IOException("The program gave no answer");
            }
            person = person == 0 ? arrive(crowd) : person;
            LockSupport.parkNanos(10_000_000);
        }
    }

    /** Zero while the simulator does not listen. */
    private static long arrive(Crowd crowd) throws IOException, InterruptedException {
        try {
            var person = crowd.join(1).getFirst();
            crowd.write(person, "/start");
            return person;
        } catch (ConnectException _) {
            return 0;
        }
    }

    private static double residentMegabytes(long process) throws IOException {
        return ProcessMemory.kilobytes(Path.of("/proc", Long.toString(process), "status"), "VmRSS:") / 1024;
    }

    /** Shared pages are divided among those who share them, so that PostgreSQL's count once. */
    private static double proportionalMegabytes(Process program, Path data) throws IOException {
        var server = Long.parseLong(
                Files.readAllLines(data.resolve("postgres/data/postmaster.pid")).getFirst());
        var sum = pss(program.pid()) + pss(server);
        for (var child : ProcessHandle.of(server)
                .map(ProcessHandle::children)
                .orElse(Stream.empty())
                .toList()) {
            sum += pss(child.pid());
        }
        return sum / 1024;
    }

    private static double pss(long process) throws IOException {
        return ProcessMemory.kilobytes(Path.of("/proc", Long.toString(process), "smaps_rollup"), "Pss:");
    }

    private static double bareJava() throws IOException, InterruptedException {
        var begin = System.nanoTime();
        new ProcessBuilder(Java.PROGRAM, "-version")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return (System.nanoTime() - begin) / 1e9;
    }
}
