package app.aisha.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.whisper.KnownModel;
import app.aisha.app.settings.Environment;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@Timeout(60)
class SpeechCommandsTest {

    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final HttpServer server;

    SpeechCommandsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int run(String... arguments) {
        var environment = new Environment(Map.of("AISHA_DATA", data.toString()), Path.of("no-such-file"));
        var terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true));
        return new CommandLine(new SpeechCommands(environment, terminal)).execute(arguments);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Test
    void theModelsAreListedWithSizeChecksumAndLicence() throws Exception {
        Files.createDirectories(data.resolve("models"));
        Files.createFile(data.resolve("models/ggml-tiny.bin"));

        assertThat(run("models")).isZero();

        assertThat(out.toString().lines()).hasSize(1 + KnownModel.ALL.size());
        assertThat(out.toString())
                .containsPattern("tiny +78 MB  MIT +yes +be07e048[0-9a-f]{56} ")
                .containsPattern("large-v3-turbo +1625 MB  MIT +no +1fc70f77[0-9a-f]{56} ");
    }

    @Test
    void withoutApplyItIsOnlyShownWhatWouldBeFetched() {
        assertThat(run("install")).isZero();

        assertThat(out.toString())
                .contains(
                        "model: small",
                        "size: 488 MB (487601967 bytes)",
                        "licence: MIT",
                        "source: https://huggingface.co/ggerganov/whisper.cpp/resolve/",
                        "/ggml-small.bin",
                        "SHA-256: 1be3a9b2",
                        "file: " + data.resolve("models/ggml-small.bin"),
                        "Dry run: nothing was fetched. Add --apply.");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void whatIsNotThereIsSaidInOneLineAndNothingStays() {
        assertThat(run("install", "tiny", "--apply", "--from", address())).isEqualTo(1);

        assertThat(out.toString()).contains("source: " + address() + "/ggml-tiny.bin");
        assertThat(err.toString()).isEqualTo("ggml-tiny.bin did not come: 127.0.0.1 answers 404%n".formatted());
        assertThat(data.resolve("models")).isEmptyDirectory();
    }

    @Test
    void whatIsNotTheModelIsRemovedWithEachTenthTold() {
        var bytes = Math.toIntExact(KnownModel.named("tiny").orElseThrow().bytes());
        server.createContext("/ggml-tiny.bin", exchange -> {
            exchange.sendResponseHeaders(200, bytes);
            try (var body = exchange.getResponseBody()) {
                body.write(new byte[bytes]);
            }
        });

        assertThat(run("install", "tiny", "--apply", "--from", address())).isEqualTo(1);

        assertThat(out.toString()).contains("10 %, 8 MB", "90 %, 70 MB", "100 %, 78 MB");
        assertThat(err.toString()).isEqualTo("ggml-tiny.bin was removed: its checksum is another%n".formatted());
        assertThat(data.resolve("models")).isEmptyDirectory();
    }

    @Test
    void anotherModelOrAnOddAddressIsRefused() {
        assertThat(run("install", "huge")).isEqualTo(1);
        assertThat(err.toString()).startsWith("There is no model huge: it is one of tiny, base, small, ");

        assertThat(run("install", "tiny", "--from", "ftp://models")).isEqualTo(1);
        assertThat(err.toString()).contains("--from is an address http://… or https://…");
    }
}
