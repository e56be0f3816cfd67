package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.http.Secret;
import app.aisha.adapters.telegram.BluntServer.End;
import app.aisha.adapters.telegram.BotServer.Answer;
import app.aisha.adapters.telegram.BotServer.Call;
import app.aisha.core.media.RemoteFiles.Download;
import app.aisha.core.media.RemoteFiles.RemoteFilesUnavailable;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramFilesTest {

    private static final int LIMIT = 100_000;

    @TempDir
    private Path folder;

    private BotServer server;
    private Path target;

    @BeforeEach
    void start() throws IOException {
        server = new BotServer();
        target = folder.resolve("original");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TelegramFiles files() {
        return files(server.api(), Duration.ofMinutes(1));
    }

    private static TelegramFiles files(TelegramApi api, Duration download) {
        var patience = new FilePatience(Duration.ofMinutes(1), Duration.ofMinutes(1), 1, download);
        return new TelegramFiles(api, new FileSource.Cloud(), LIMIT, patience, new DiskRoom(OptionalLong.of(0)));
    }

    private static Answer link(String path) {
        return Answer.result(
                "{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_path\":%s}".formatted(new JsonPrimitive(path)));
    }

    private void serving(String path, Function<Call, Answer> download) {
        server.answering(call -> call.path().startsWith("/file/") ? download.apply(call) : link(path));
    }

    private static Answer bytes(byte[] content) {
        return Answer.bytes(200, content);
    }

    @Test
    void aFileComesToDiskByteForByteAndReplacesWhatWasThere() throws Exception {
        Files.writeString(target, "an older and longer content than the new one".repeat(9_000));
        var content = new byte[LIMIT];
        new Random(1).nextBytes(content);
        serving("voice/file_1.oga", _ -> bytes(content));

        assertThat(files().download("f", target)).isEqualTo(new Download.Fetched(LIMIT));
        assertThat(target).hasBinaryContent(content);
        assertThat(server.only().path()).isEqualTo("/file/bot" + BotServer.TOKEN + "/voice/file_1.oga");
        assertThat(files().limit()).isEqualTo(LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"documents/мой файл (1).ogg", "a+b/c%20d.ogg", "x?y#z.ogg", "[q]{w}|\\^.ogg", "😀/é.ogg"})
    void aPathMayHoldAnyCharacters(String path) throws Exception {
        serving(path, _ -> bytes(new byte[] {1}));

        assertThat(files().download("f", target)).isEqualTo(new Download.Fetched(1));
        assertThat(URLDecoder.decode(server.only().path().replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo("/file/bot" + BotServer.TOKEN + "/" + path);
    }

    @Test
    void aFileTelegramDoesNotHandOutIsTooLarge() throws Exception {
        server.answering(_ -> Answer.refusal(400, "Bad Request: file is too big"));

        assertThat(files().download("f", target)).isEqualTo(new Download.TooLarge());
        assertThat(target).doesNotExist();
    }

    @Test
    void aFileThatIsSaidToBeTooLargeIsNotDownloaded() throws Exception {
        server.answering(_ -> Answer.result(
                "{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_size\":3000000000,\"file_path\":\"v/f\"}"));

        assertThat(files().download("f", target)).isEqualTo(new Download.TooLarge());
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void aFileThatTurnsOutTooLargeIsCutOffAndRemoved() throws Exception {
        server.answering(call -> call.path().startsWith("/file/")
                ? bytes(new byte[LIMIT * 20])
                : Answer.result("{\"file_id\":\"f\",\"file_unique_id\":\"u\",\"file_size\":10,\"file_path\":\"v/f\"}"));

        assertThat(files().download("f", target)).isEqualTo(new Download.TooLarge());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileOfExactlyTheLimitIsFetched() throws Exception {
        serving("v/f", _ -> bytes(new byte[LIMIT]));

        assertThat(files().download("f", target)).isEqualTo(new Download.Fetched(LIMIT));
    }

    @Test
    void aLinkThatExpiredIsAskedForOnceMore() throws Exception {
        server.answering(call -> call.path().endsWith("/new")
                ? bytes(new byte[3])
                : call.path().startsWith("/file/")
                        ? Answer.refusal(404, "Not Found")
                        : link(server.calls().size() == 1 ? "v/old" : "v/new"));

        assertThat(files().download("f", target)).isEqualTo(new Download.Fetched(3));
    }

    @Test
    void aFileWhoseLinksLeadNowhereIsGone() throws Exception {
        serving("v/f", _ -> Answer.refusal(404, "Not Found"));

        assertThat(files().download("f", target)).isEqualTo(new Download.Gone());
        assertThat(server.calls()).hasSize(4);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileTelegramDoesNotKnowIsGone() throws Exception {
        server.answering(_ -> Answer.refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable"));

        assertThat(files().download("f", target)).isEqualTo(new Download.Gone());
    }

    @ParameterizedTest
    @CsvSource({"401,Unauthorized", "404,Not Found", "500,Internal Server Error", "429,Too Many Requests"})
    void aFileTelegramCannotNameNowMayBeHadLater(int code, String description) {
        server.answering(_ -> Answer.refusal(code, description));

        assertThatThrownBy(() -> files().download("f", target))
                .isInstanceOf(RemoteFilesUnavailable.class)
                .hasMessageStartingWith("getFile: " + code);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anAnswerWithoutAPathMayBeBetterLater() {
        server.answering(_ -> Answer.result("{\"file_id\":\"f\"}"));

        assertThatThrownBy(() -> files().download("f", target)).isInstanceOf(RemoteFilesUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 500, 503})
    void aFileServerInTroubleMayBeBetterLater(int status) {
        serving("v/f", _ -> Answer.of(status, "<html>trouble</html>"));

        assertThatThrownBy(() -> files().download("f", target))
                .isInstanceOf(RemoteFilesUnavailable.class)
                .hasMessage("download: status " + status);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nbeginning',CLOSED",
        "'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nbeginning',RESET",
        "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nbeginning\r\n',CLOSED",
        "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nbeginning\r\n',OPEN",
        "'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nbeginning',OPEN",
        "'',OPEN",
        "'',RESET"
    })
    void aDownloadThatBreaksOffOrStallsLeavesNothingBehind(String bytes, End end) throws IOException {
        server.answering(_ -> link("v/f"));
        try (var broken = new BluntServer(bytes, end)) {
            var settings = new TelegramSettings(server.root(), broken.root(), new Secret(BotServer.TOKEN));
            var files = files(new TelegramApi(settings, HttpClient.newHttpClient()), Duration.ofMillis(400));

            assertThatThrownBy(() -> files.download("f", target))
                    .isInstanceOf(RemoteFilesUnavailable.class)
                    .hasMessageStartingWith("download: ")
                    .hasMessageNotContaining("token");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anInterruptEndsADownloadAtOnce() throws Exception {
        server.answering(_ -> link("v/f"));
        try (var stalling = new BluntServer("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nbeginning", End.OPEN)) {
            var settings = new TelegramSettings(
                    server.root(), URI.create(stalling.root() + "/file"), new Secret(BotServer.TOKEN));
            var files = files(new TelegramApi(settings, HttpClient.newHttpClient()), Duration.ofMinutes(1));
            var ended = new CompletableFuture<String>();
            var caller = Thread.startVirtualThread(() -> {
                try {
                    ended.complete(files.download("f", target).toString());
                } catch (InterruptedException | RemoteFilesUnavailable e) {
                    ended.complete(e.getClass().getSimpleName());
                }
            });
            while (Files.notExists(target) || Files.size(target) == 0) {
                Thread.onSpinWait();
            }
            caller.interrupt();

            assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("InterruptedException");
        }
        assertThat(folder).isEmptyDirectory();
    }
}
