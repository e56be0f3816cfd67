package app.aisha.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpClientsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    HttpClientsTest() throws IOException {
        server.createContext("/", exchange -> {
            var password = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
            var outside = exchange.getRequestURI().isAbsolute();
            if (outside && password == null) {
                exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"x\"");
                exchange.sendResponseHeaders(407, -1);
            } else {
                var body = (outside ? "proxied with " + password : "direct").getBytes(StandardCharsets.US_ASCII);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatLeavesTheMachineGoesThroughTheProxyWithItsPassword() throws Exception {
        var client = client("http://me:pw@127.0.0.1:" + server.getAddress().getPort());

        assertThat(get(client, "http://api.example.invalid/v1")).isEqualTo("proxied with Basic bWU6cHc=");
    }

    @Test
    void whatStaysOnTheMachineDoesNot() throws Exception {
        var client = client("http://127.0.0.1:" + server.getAddress().getPort());

        assertThat(get(
                        client,
                        "http://localhost:%d/".formatted(server.getAddress().getPort())))
                .isEqualTo("direct");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://127.0.0.1:1", "https://127.0.0.1:1", "http:nowhere"})
    void otherProxiesAreRefused(String address) {
        assertThatThrownBy(() -> client(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://host:port");
    }

    @Test
    void aSecretDoesNotPrintItself() {
        var secret = new Secret(" sk-1 ");

        assertThat(secret).hasToString("[hidden]").isEqualTo(new Secret("sk-1")).isNotEqualTo(new Secret("sk-2"));
        assertThat(secret).hasSameHashCodeAs(new Secret("sk-1"));
        assertThat(secret.reveal()).isEqualTo("sk-1");
        assertThatThrownBy(() -> new Secret(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "retry-after, 12, 12000",
        "retry-after, -5, 0",
        "retry-after, 1e300, 86400000",
        "retry-after-ms, 250, 250",
        "retry-after, 'Thu, 1 Jan 1970 00:00:30 GMT', 30000",
        "retry-after, 'Wed, 31 Dec 1969 00:00:30 GMT', 0"
    })
    void theAskedForPauseIsReadInAllItsForms(String name, String value, long millis) {
        assertThat(RetryAfter.of(headers(name, value), () -> Instant.EPOCH)).contains(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "NaN", "", "Infinity"})
    void aPauseNobodyCanReadIsNone(String value) {
        assertThat(RetryAfter.of(headers("retry-after", value), () -> Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void theWaitsGrowAndNeverAddUpToMoreThanTheBudget() {
        for (var seed = 1; seed <= 200; seed++) {
            var backoff = new Backoff(SECOND, Duration.ofSeconds(30), 10, new Random(seed));
            var sum = Duration.ZERO;
            var longest = Duration.ZERO;
            for (var wait = backoff.afterFailure(Optional.empty());
                    wait.isPresent();
                    wait = backoff.afterFailure(Optional.empty())) {
                sum = sum.plus(wait.get());
                longest = wait.get();
            }
            assertThat(sum).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
            assertThat(longest).isGreaterThan(Duration.ofSeconds(3));
        }
    }

    private static HttpHeaders headers(String name, String value) {
        return HttpHeaders.of(Map.of(name, List.of(value)), (_, _) -> true);
    }

    private static HttpClient client(String proxy) {
        return HttpClients.create(Optional.of(URI.create(proxy)), SECOND);
    }

    private static String get(HttpClient client, String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address)).build();
        return client.send(request, BodyHandlers.ofString()).body();
    }
}
