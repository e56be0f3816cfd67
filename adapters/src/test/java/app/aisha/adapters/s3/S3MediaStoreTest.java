package app.aisha.adapters.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.aisha.adapters.http.Secret;
import app.aisha.core.media.MediaKey;
import app.aisha.core.media.MediaStore;
import app.aisha.core.media.MediaStoreContract;
import app.aisha.core.media.MediaUnavailable;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class S3MediaStoreTest implements MediaStoreContract {

    @RegisterExtension
    private static final S3Server SERVER = new S3Server();

    private static final MediaKey KEY = new MediaKey("users/1/voice.ogg");

    private static S3MediaStore store;

    @TempDir
    private Path folder;

    @BeforeAll
    static void openStore() throws MediaUnavailable {
        store = new S3MediaStore(SERVER.settings("media"));
        store.open();
    }

    @AfterAll
    static void closeStore() {
        store.close();
    }

    @Override
    public MediaStore store() {
        return store;
    }

    private Path source() throws IOException {
        return Files.writeString(folder.resolve("source"), "voice");
    }

    @Test
    void openingTwiceKeepsTheBucketAndWhatIsInIt() throws Exception {
        store.put(KEY, source(), "audio/ogg");
        try (var again = new S3MediaStore(SERVER.settings("media"))) {
            again.open();

            assertThat(again.size(KEY)).hasValue(5);
        }
    }

    @Test
    void aMissingBucketIsNotMadeWhereThatIsNotAllowed() {
        var settings = new S3Settings(
                SERVER.endpoint(),
                "us-east-1",
                "elsewhere",
                new Secret(S3Server.ACCESS_KEY),
                new Secret(S3Server.SECRET_KEY),
                false);
        try (var closed = new S3MediaStore(settings)) {
            assertThatThrownBy(closed::open)
                    .isInstanceOf(MediaUnavailable.class)
                    .hasMessageContaining("elsewhere");
        }
    }

    @Test
    void aMissingBucketIsNotTakenForAMissingObject() {
        try (var lost = new S3MediaStore(SERVER.settings("lost"))) {
            assertThatThrownBy(() -> lost.fetch(KEY, folder.resolve("target"))).isInstanceOf(MediaUnavailable.class);
            assertThatThrownBy(() -> lost.size(KEY)).isInstanceOf(MediaUnavailable.class);
            assertThatThrownBy(() -> lost.under(KEY)).isInstanceOf(MediaUnavailable.class);
        }
    }

    @Test
    void aWrongSecretIsRefusedAndNeverPrinted() {
        var settings = new S3Settings(
                SERVER.endpoint(),
                "us-east-1",
                "media",
                new Secret(S3Server.ACCESS_KEY),
                new Secret("a-wrong-secret-key"),
                true);
        try (var stranger = new S3MediaStore(settings)) {
            var refusal = catchThrowableOfType(MediaUnavailable.class, () -> stranger.put(KEY, source(), "audio/ogg"));
            var printed = new StringWriter();
            refusal.printStackTrace(new PrintWriter(printed));

            assertThat(refusal).hasMessageContaining("status 403 SignatureDoesNotMatch");
            assertThat(printed.toString()).doesNotContain("a-wrong-secret-key", S3Server.ACCESS_KEY);
            assertThatThrownBy(stranger::open).isInstanceOf(MediaUnavailable.class);
        }
    }

    @Test
    void settingsPrintWithoutTheirKeys() {
        assertThat(SERVER.settings("media").toString())
                .contains("media")
                .doesNotContain(S3Server.ACCESS_KEY, S3Server.SECRET_KEY);
    }

    /** Again where the server was not there for a moment: a busy test server now and then cuts a connection it kept. */
    private void putAsJobsDo(MediaKey key, Path source) throws MediaUnavailable {
        for (var tries = 1; ; tries++) {
            try {
                store.put(key, source, "text/plain");
                return;
            } catch (MediaUnavailable e) {
                if (tries == 3) {
                    throw e;
                }
            }
        }
    }

    @Test
    void moreObjectsThanOnePageHoldsAreAllListed() throws Exception {
        var home = MediaStoreContract.someFolder();
        var source = source();
        for (var number = 0; number < 1003; number++) {
            putAsJobsDo(new MediaKey("%s/%04d".formatted(home, number)), source);
        }

        assertThat(store.under(new MediaKey(home)))
                .hasSize(1003)
                .isSortedAccordingTo((left, right) -> left.value().compareTo(right.value()));
    }

    @Test
    void aServerThatIsNotThereMakesTheStoreUnavailable() {
        var nowhere = new S3Settings(
                URI.create("http://127.0.0.1:1"), "us-east-1", "media", new Secret("key"), new Secret("secret"), true);
        try (var away = new S3MediaStore(nowhere)) {
            assertThatThrownBy(away::open).isInstanceOf(MediaUnavailable.class);
            assertThatThrownBy(() -> away.size(KEY)).isInstanceOf(MediaUnavailable.class);
            assertThatThrownBy(() -> away.put(KEY, source(), "audio/ogg")).isInstanceOf(MediaUnavailable.class);
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNoObject() throws Exception {
        try (var broken = new Answering(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
        })) {
            assertThatThrownBy(() -> broken.store.fetch(KEY, folder.resolve("target")))
                    .isInstanceOf(MediaUnavailable.class);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aServerThatIsOverloadedIsAskedThreeTimes() throws Exception {
        try (var busy = new Answering(exchange -> exchange.sendResponseHeaders(503, -1))) {
            assertThatThrownBy(() -> busy.store.fetch(KEY, folder.resolve("target")))
                    .isInstanceOf(MediaUnavailable.class)
                    .hasMessageContaining("503");
            assertThat(busy.requests).hasValue(3);
        }
    }

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** A server that gives every request the same answer, and a store that asks it. */
    private static final class Answering implements AutoCloseable {

        private final AtomicInteger requests = new AtomicInteger();
        private final HttpServer server;
        private final S3MediaStore store;

        private Answering(Answer answer) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                requests.incrementAndGet();
                try (exchange) {
                    answer.to(exchange);
                }
            });
            server.start();
            var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            store = new S3MediaStore(
                    new S3Settings(endpoint, "us-east-1", "media", new Secret("key"), new Secret("secret"), false));
        }

        @Override
        public void close() {
            store.close();
            server.stop(0);
        }
    }
}
