package app.aisha.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;

/** What a long recording costs beside the model, and what answering pieces beside each other gains. */
final class ListeningBenchmark implements Benchmark {

    private static final byte[] ANSWER =
            "{\"text\": \"This piece was heard. And it was answered.\"}".getBytes(StandardCharsets.UTF_8);

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration LIKE_A_MODEL = Duration.ofSeconds(3);
    private static final int MINUTES = 60;
    private static final int SHORT_MINUTES = 10;
    private static final int LONG_MINUTES = 210;
    private static final int MANY = 8;

    /** What one run came to: seconds of the clock, of processors, to the first piece; MB before and at most. */
    private record Run(double seconds, double processor, double first, double idle, double most) {}

    @Override
    public String name() {
        return "listen";
    }

    @Override
    public String purpose() {
        return "overhead per minute of sound, time to the first piece, gain of pieces at once, memory";
    }

    @Override
    public Figures run() throws Exception {
        var figures = new Figures(
                "MP3 of tones with pauses, cut, packed as Opus, sent over HTTP to a service that answers at once or after %d s; pieces kept in PostgreSQL; program with -Xmx512m in a process of its own"
                        .formatted(LIKE_A_MODEL.toSeconds()),
                "",
                "seconds",
                "CPU s per minute of sound",
                "first piece s",
                "idle MB",
                "most MB",
                "times as fast");
        try (var folder = TemporaryFolder.make();
                var bank = Bank.open()) {
            var owner = bank.people(1).getFirst().value().toString();
            var hour = recording(folder.path(), MINUTES);
            row(figures, "60 min, answered at once", MINUTES, listen(bank, owner, hour, AT_ONCE, MANY), 0);
            var some = recording(folder.path(), SHORT_MINUTES);
            var alone = listen(bank, owner, some, LIKE_A_MODEL, 1);
            row(figures, "10 min, 1 piece at once", SHORT_MINUTES, alone, alone.seconds());
            for (var many : new int[] {2, 4, MANY}) {
                var run = listen(bank, owner, some, LIKE_A_MODEL, many);
                row(figures, "10 min, %d pieces at once".formatted(many), SHORT_MINUTES, run, alone.seconds());
            }
            var afternoon = recording(folder.path(), LONG_MINUTES);
            row(figures, "3.5 h, answered at once", LONG_MINUTES, listen(bank, owner, afternoon, AT_ONCE, MANY), 0);
        }
        return figures;
    }

    private static void row(Figures figures, String name, int minutes, Run run, double alone) {
        figures.row(
                name,
                String.format(Locale.ROOT, "%.1f", run.seconds()),
                String.format(Locale.ROOT, "%.2f", run.processor() / minutes),
                String.format(Locale.ROOT, "%.2f", run.first()),
                String.format(Locale.ROOT, "%.0f", run.idle()),
                String.format(Locale.ROOT, "%.0f", run.most()),
                alone == 0 ? "" : String.format(Locale.ROOT, "%.1f", alone / run.seconds()));
    }

    /** Five seconds of a tone, then most of a second of silence, and so on. */
    private static Path recording(Path folder, int minutes) throws IOException, InterruptedException {
        var file = folder.resolve(minutes + ".mp3");
        var code = new ProcessBuilder(
                        "ffmpeg",
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=frequency=300:sample_rate=22050,volume=volume='if(lt(mod(t,5.8),5),0.5,0)':eval=frame",
                        "-t",
                        Integer.toString(minutes * 60),
                        "-b:a",
                        "48k",
                        file.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("ffmpeg ended with " + code + "; this benchmark needs one on the PATH");
        }
        return file;
    }

    private static Run listen(Bank bank, String owner, Path file, Duration latency, int many)
            throws IOException, InterruptedException {
        var service = service(latency);
        try {
            var command = new ArrayList<>(List.of(
                    Java.PROGRAM,
                    "-XX:+UseSerialGC",
                    "-Xmx512m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ListeningProgram.class.getName(),
                    file.toString(),
                    "http://127.0.0.1:" + service.getAddress().getPort(),
                    Integer.toString(many)));
            command.addAll(bank.login());
            command.add(owner);
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var lines = process.inputReader(StandardCharsets.UTF_8).readAllLines();
            if (process.waitFor() != 0 || lines.isEmpty()) {
                throw new IOException("The recording was not heard");
            }
            var values = lines.getLast().split(" ", -1);
            return new Run(
                    Double.parseDouble(values[0]),
                    Double.parseDouble(values[1]),
                    Double.parseDouble(values[2]),
                    Double.parseDouble(values[3]),
                    Double.parseDouble(values[4]));
        } finally {
            service.stop(0);
        }
    }

    /** Takes whatever is sent. */
    private static HttpServer service(Duration latency) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                Thread.sleep(latency);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, ANSWER.length);
                exchange.getResponseBody().write(ANSWER);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        return server;
    }
}
