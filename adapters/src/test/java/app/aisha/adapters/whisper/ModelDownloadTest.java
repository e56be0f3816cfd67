package app.aisha.adapters.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ModelDownloadTest {

    @TempDir
    private Path folder;

    private final byte[] bytes = new byte[1_500_000];
    private final List<Long> progress = new ArrayList<>();
    private HttpServer server;
    private KnownModel model;
    private InstalledModels installed;

    @BeforeEach
    void serve() throws Exception {
        new Random(1).nextBytes(bytes);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/models/ggml-small.bin", exchange -> answer(exchange, bytes));
        server.start();
        model = new KnownModel("small", bytes.length, checksum(bytes), "");
        installed = new InstalledModels(folder.resolve("data/models"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String checksum(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static void answer(HttpExchange exchange, byte[] content) throws IOException {
        exchange.sendResponseHeaders(200, content.length);
        try (var out = exchange.getResponseBody()) {
            out.write(content);
        }
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().add("Location", location);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private URI root(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private ModelDownload from(String path) {
        return new ModelDownload(Optional.empty(), root(path), installed);
    }

    private void refused(ModelDownload download, KnownModel wanted, String complaint) {
        assertThatThrownBy(() -> download.fetch(wanted, progress::add))
                .isInstanceOf(ModelNotFetched.class)
                .hasMessageContaining(complaint)
                .extracting(Throwable::getMessage)
                .asString()
                .hasLineCount(1);
        assertThat(installed.folder())
                .satisfiesAnyOf(
                        there -> assertThat(there).isEmptyDirectory(),
                        there -> assertThat(there).doesNotExist());
    }

    @Test
    void aModelComesWholeWithProgressAndIsKnownAsInstalled() throws Exception {
        var download = from("/models/");
        assertThat(download.isInstalled(model)).isFalse();

        var file = download.fetch(model, progress::add);

        assertThat(file).isEqualTo(installed.fileOf(model)).hasBinaryContent(bytes);
        assertThat(installed.folder()).isDirectoryNotContaining("glob:**.part");
        assertThat(progress).isSorted().endsWith((long) bytes.length);
        assertThat(download.isInstalled(model)).isTrue();
        assertThat(installed.newest()).contains(file);
    }

    @Test
    void aFileThatIsNotTheModelIsReplaced() throws Exception {
        var download = from("/models");
        Files.createDirectories(installed.folder());
        Files.write(installed.fileOf(model), new byte[bytes.length]);
        assertThat(download.isInstalled(model)).isFalse();

        download.fetch(model, progress::add);

        assertThat(installed.fileOf(model)).hasBinaryContent(bytes);
    }

    @Test
    void anotherChecksumIsRefusedAndNothingStays() throws Exception {
        refused(
                from("/models"),
                new KnownModel("small", bytes.length, checksum(new byte[1]), ""),
                "ggml-small.bin was removed: its checksum is another");
    }

    @Test
    void aShorterOrLongerFileIsRefused() throws Exception {
        refused(
                from("/models"),
                new KnownModel("small", bytes.length + 1, model.sha256(), ""),
                "it has 1500001 bytes, and only 1500000 came");
        refused(from("/models"), new KnownModel("small", 1_000_000, model.sha256(), ""), "and more came");
    }

    @Test
    void aDownloadThatIsCutOffIsRefused() {
        server.createContext("/cut/ggml-small.bin", exchange -> {
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(Arrays.copyOf(bytes, 700_000));
            exchange.getResponseBody().flush();
            exchange.close();
        });

        refused(from("/cut"), model, "ggml-small.bin did not come: ");
    }

    @Test
    void whatIsNotThereOrNotReachableIsSaid() {
        refused(from("/elsewhere"), model, "127.0.0.1 answers 404");
        server.stop(0);
        refused(from("/models"), model, "did not come: ConnectException");
    }

    @Test
    void aModelThatHasNoRoomIsNotAskedFor() {
        refused(from("/models"), new KnownModel("small", Long.MAX_VALUE, model.sha256(), ""), "has room for ");
        assertThat(progress).isEmpty();
    }

    @Test
    void whoIsSentElsewhereGoesThere() throws Exception {
        server.createContext("/first/ggml-small.bin", exchange -> redirect(exchange, "/second/x"));
        server.createContext(
                "/second/x",
                exchange -> redirect(exchange, root("/models/ggml-small.bin").toString()));

        assertThat(from("/first").fetch(model, progress::add)).hasBinaryContent(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/round/ggml-small.bin", "ftp://127.0.0.1/x", "http://[", "mailto:x"})
    void whoIsSentNowhereStops(String location) {
        server.createContext("/round/ggml-small.bin", exchange -> redirect(exchange, location));

        refused(from("/round"), model, "sends ");
    }

    @Test
    void theProxyIsAskedForWhatIsOutside() throws Exception {
        server.createContext("/", exchange -> answer(exchange, bytes));
        var proxy = root("");

        var file = new ModelDownload(Optional.of(proxy), URI.create("http://models.example/whisper"), installed)
                .fetch(model, progress::add);

        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void theKnownModelsAreOnesThatCanBe() {
        assertThat(KnownModel.ALL)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(known -> {
                    assertThat(known.sha256()).matches("[0-9a-f]{64}");
                    assertThat(known.bytes()).isBetween(50_000_000L, 4_000_000_000L);
                    assertThat(KnownModel.named(known.name())).contains(known);
                })
                .extracting(KnownModel::bytes)
                .isSorted();
        assertThat(KnownModel.named("huge")).isEmpty();
        assertThat(KnownModel.named("small").orElseThrow().addressBelow(KnownModel.PUBLISHED))
                .hasToString("https://huggingface.co/ggerganov/whisper.cpp/resolve/"
                        + "5359861c739e955e79d9a303bcbc70fb988958b1/ggml-small.bin");
    }
}
