package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.telegram.BluntServer.End;
import com.pengrad.telegrambot.request.GetMe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramTransportTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource({
        "'',RESET",
        "'',CLOSED",
        "'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\":true',CLOSED",
        "'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\":true',RESET",
        "'this is not HTTP\r\n\r\n',CLOSED"
    })
    void aBrokenConnectionIsNoAnswerAndShowsNoToken(String bytes, End end) throws IOException, InterruptedException {
        try (var server = new BluntServer(bytes, end)) {
            var api = BotServer.apiOf(server.root());

            assertThat(api.call(new GetMe(), LONG))
                    .isInstanceOfSatisfying(
                            ApiResult.NoAnswer.class,
                            none -> assertThat(none.reason())
                                    .doesNotContain("token")
                                    .endsWith("Exception"));
            assertThat(api.raw(new GetMe(), LONG)).isInstanceOf(ApiResult.NoAnswer.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\":true'"})
    void aServerThatFallsSilentIsLeftAfterTheTimeout(String bytes) throws IOException, InterruptedException {
        try (var server = new BluntServer(bytes, End.OPEN)) {
            assertThat(BotServer.apiOf(server.root()).call(new GetMe(), SHORT))
                    .isEqualTo(new ApiResult.NoAnswer<>("HttpTimeoutException"));
        }
    }

    @Test
    void aServerThatIsNotThereIsNoAnswer() throws IOException, InterruptedException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var api = BotServer.apiOf(URI.create("http://127.0.0.1:" + port));

        assertThat(api.call(new GetMe(), LONG)).isEqualTo(new ApiResult.NoAnswer<>("ConnectException"));
    }

    @Test
    void anInterruptEndsACallAtOnce() throws Exception {
        try (var server = new BotServer()) {
            var asked = new CountDownLatch(1);
            var never = new CountDownLatch(1);
            server.answering(_ -> {
                asked.countDown();
                return waitFor(never);
            });
            var ended = new CompletableFuture<String>();
            var caller = Thread.startVirtualThread(() -> {
                try {
                    ended.complete(server.api().call(new GetMe(), LONG).reason());
                } catch (InterruptedException _) {
                    ended.complete("interrupted");
                }
            });
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            caller.interrupt();

            assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo("interrupted");
        }
    }

    private static BotServer.Answer waitFor(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return BotServer.Answer.result("true");
    }
}
