package app.aisha.adapters.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A video of 200 MB, in the long suite of 2 GB, takes a heap of 48 MB and less than 300 MB in all. */
@Timeout(900)
class BigFileMemoryTest {

    private static final int SECONDS = Boolean.getBoolean("aisha.long") ? 280 : 28;
    private static final int BYTES_PER_SECOND = 1280 * 720 * 2 * 4;
    private static final int MOST_MEGABYTES = 300;
    private static final Pattern FIGURES = Pattern.compile(
            "Fetched\\[bytes=(\\d+)], (\\d+) s in \\d+ pieces: idle \\d+ MB, above it (\\d+) MB, ffmpeg (\\d+) MB");

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private Path video = Path.of("video.mov");

    BigFileMemoryTest() throws IOException {}

    @BeforeEach
    void film() throws Exception {
        video = Sounds.run(
                Files.createDirectory(folder.resolve("shared")).resolve("video.mov"),
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=size=1280x720:rate=4:duration=" + SECONDS,
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=duration=" + SECONDS,
                        "-c:v",
                        "rawvideo",
                        "-pix_fmt",
                        "uyvy422",
                        "-c:a",
                        "aac"));
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().startsWith("/file/")) {
                exchange.sendResponseHeaders(200, Files.size(video));
                Files.copy(video, exchange.getResponseBody());
            } else {
                var link =
                        "{\"ok\":true,\"result\":{\"file_id\":\"big\",\"file_unique_id\":\"b\",\"file_size\":%d,\"file_path\":\"%s\"}}"
                                .formatted(Files.size(video), video)
                                .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, link.length);
                exchange.getResponseBody().write(link);
            }
        }
    }

    @Test
    void overHttpALargeVideoIsNeverInMemory() throws Exception {
        assertThatItIsSmall(run());
    }

    @Test
    void fromASharedFolderALargeVideoIsNeverInMemory() throws Exception {
        assertThatItIsSmall(run(folder.resolve("shared").toString()));
    }

    private static void assertThatItIsSmall(String output) {
        var figures = FIGURES.matcher(output);
        assertThat(figures.find()).as(output).isTrue();
        System.out.print(output);
        assertThat(Long.parseLong(figures.group(1))).isGreaterThan((long) SECONDS * BYTES_PER_SECOND);
        assertThat(Integer.parseInt(figures.group(2))).isEqualTo(SECONDS);
        assertThat(Integer.parseInt(figures.group(4))).isPositive();
        assertThat(Integer.parseInt(figures.group(3)) + Integer.parseInt(figures.group(4)))
                .isLessThan(MOST_MEGABYTES);
    }

    private String run(String... shared) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                BigFileProgram.class.getName(),
                "http://127.0.0.1:" + server.getAddress().getPort(),
                Files.createTempDirectory(folder, "run").toString()));
        command.addAll(List.of(shared));
        var program = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
