package app.aisha.adapters.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.http.Secret;
import app.aisha.core.checkup.Finding;
import app.aisha.core.checkup.Finding.Level;
import app.aisha.core.media.MediaKey;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class S3CheckupTest {

    @RegisterExtension
    static final S3Server SERVER = new S3Server();

    private static Finding found(S3Settings settings) {
        var findings = new S3Checkup(settings).findings();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    @Test
    void aBucketThatMayBeUsedIsFineAndLeftEmpty() throws Exception {
        var settings = SERVER.settings("well");
        try (var store = new S3MediaStore(settings)) {
            store.open();

            assertThat(found(settings).level()).isEqualTo(Level.OK);
            assertThat(store.under(MediaKey.of("doctor").orElseThrow())).isEmpty();
        }
    }

    @Test
    void aBucketThatIsNotThereIsNotMade() {
        var settings = SERVER.settings("missing");

        assertThat(found(settings).level()).isEqualTo(Level.WARN);
        assertThat(found(settings).sentence()).isEqualTo("there is no missing yet");
    }

    @Test
    void keysThatTheServerDoesNotKnowMayDoNothing() {
        var settings = new S3Settings(
                SERVER.endpoint(), "us-east-1", "well", new Secret("AKIASTRANGER"), new Secret("wrong-secret"), true);

        assertThat(found(settings).level()).isEqualTo(Level.FAIL);
        assertThat(found(settings).sentence())
                .contains("put (status 403", "get (", "list (", "delete (")
                .doesNotContain("wrong-secret");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        var settings = new S3Settings(
                URI.create("http://127.0.0.1:1"), "us-east-1", "well", new Secret("key"), new Secret("secret"), true);

        assertThat(found(settings).level()).isEqualTo(Level.FAIL);
        assertThat(found(settings).sentence()).contains("bucket well at http://127.0.0.1:1");
    }

    @Test
    void theRightThatIsMissingIsNamed() throws IOException {
        var server = readOnly();
        try {
            var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            var settings =
                    new S3Settings(endpoint, "us-east-1", "frozen", new Secret("key"), new Secret("secret"), true);

            assertThat(found(settings).level()).isEqualTo(Level.FAIL);
            assertThat(found(settings).sentence())
                    .contains("put (status 403 AccessDenied)", "delete (status 403 AccessDenied)")
                    .contains("list (finds nothing)");
            assertThat(found(settings).remedy()).contains("s3:PutObject");
        } finally {
            server.stop(0);
        }
    }

    /** Shows an empty bucket that nobody may write. */
    private static HttpServer readOnly() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            var lists = String.valueOf(exchange.getRequestURI().getQuery()).contains("list-type");
            var writes = exchange.getRequestMethod().matches("PUT|DELETE");
            var missing = exchange.getRequestMethod().equals("GET") && !lists;
            var body = lists
                    ? "<ListBucketResult><Name>frozen</Name><KeyCount>0</KeyCount></ListBucketResult>"
                    : "<Error><Code>%s</Code></Error>".formatted(writes ? "AccessDenied" : "NoSuchKey");
            exchange.getResponseHeaders().add("Content-Type", "application/xml");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.sendResponseHeaders(writes ? 403 : missing ? 404 : 200, body.length());
                exchange.getResponseBody().write(body.getBytes(UTF_8));
            }
            exchange.close();
        });
        server.start();
        return server;
    }
}
