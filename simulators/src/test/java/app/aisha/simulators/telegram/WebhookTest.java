package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Posts to a webhook: order, retries, secret. */
class WebhookTest extends WithSimulator {

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final List<String> secrets = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String retryAfter = "";
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private HttpServer bot;

    @BeforeEach
    void startBot() throws IOException {
        bot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bot.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        bot.createContext("/hook", this::receive);
        bot.start();
    }

    @AfterEach
    void stopBot() {
        gate.countDown();
        bot.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        var update = Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        secrets.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token")));
        var answer = status;
        received.add(shown(update));
        if (shown(update).equals("wait")) {
            pass();
        }
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private void pass() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String shown(JsonNode update) {
        return update.at("/message/text")
                .asString(update.at("/callback_query/data").asString("?"));
    }

    private String url() {
        return "http://127.0.0.1:" + bot.getAddress().getPort() + "/hook";
    }

    private String next() throws InterruptedException {
        return String.valueOf(received.poll(10, TimeUnit.SECONDS));
    }

    private int pending() throws Exception {
        return client.ok("getWebhookInfo").path("pending_update_count").asInt(-1);
    }

    private void advance(long seconds) throws Exception {
        client.control("POST", "clock", "{\"advance_seconds\":" + seconds + "}");
    }

    @Test
    void updatesArePostedWithTheSecret() throws Exception {
        var user = client.startedUser();
        client.ok("setWebhook", "url", url(), "secret_token", "s3cret", "max_connections", 3);
        client.write(user, "hello");

        assertThat(next()).isEqualTo("/start");
        assertThat(next()).isEqualTo("hello");
        assertThat(secrets).containsOnly("s3cret");
        Client.waitUntil(
                () -> client.ok("getWebhookInfo").path("pending_update_count").asInt(-1) == 0);
        var info = client.ok("getWebhookInfo");
        assertThat(info.path("url").asString("")).isEqualTo(url());
        assertThat(info.path("max_connections").asInt(0)).isEqualTo(3);
        assertThat(info.has("last_error_message")).isFalse();
        assertThat(client.control("GET", "state").path("intake").asString("")).isEqualTo("webhook");
    }

    @Test
    void aChatWaitsForItselfButNotForOthersNorItsPresses() throws Exception {
        gate = new CountDownLatch(1);
        var ann = client.startedUser();
        var bob = client.startedUser();
        client.ok("setWebhook", "url", url(), "drop_pending_updates", "true");

        client.write(ann, "wait");
        assertThat(next()).isEqualTo("wait");
        client.write(ann, "after");
        client.write(bob, "other chat");
        assertThat(next()).isEqualTo("other chat");
        client.control("POST", "chats/" + ann + "/press", "{\"message_id\":1,\"data\":\"press\"}");
        assertThat(next()).isEqualTo("press");
        assertThat(received).isEmpty();
        gate.countDown();
        assertThat(next()).isEqualTo("after");
    }

    @Test
    void noMorePostsRunThanConnections() throws Exception {
        gate = new CountDownLatch(1);
        var ann = client.user();
        var bob = client.user();
        client.ok("setWebhook", "url", url(), "max_connections", 1);
        client.write(ann, "wait");
        assertThat(next()).isEqualTo("wait");
        client.write(bob, "waits for the connection");

        assertThat(received.poll(50, TimeUnit.MILLISECONDS)).isNull();
        gate.countDown();
        assertThat(next()).isEqualTo("waits for the connection");
    }

    @Test
    void aFailureIsRetriedAtOnceThenAfterDoublingDelays() throws Exception {
        status = 500;
        client.ok("setWebhook", "url", url());
        client.startedUser();

        assertThat(next()).isEqualTo("/start");
        assertThat(next()).isEqualTo("/start");
        Client.waitUntil(() -> client.ok("getWebhookInfo").has("last_error_message"));
        assertThat(client.ok("getWebhookInfo").path("last_error_message").asString(""))
                .isEqualTo("Wrong response from the webhook: 500");
        assertThat(nextWhileTimePasses()).isEqualTo("/start");
        status = 200;
        assertThat(nextWhileTimePasses()).isEqualTo("/start");
        Client.waitUntil(
                () -> client.ok("getWebhookInfo").path("pending_update_count").asInt(-1) == 0);
    }

    /** The simulator notes a failure a moment after the answer; time that passed before does not count. */
    private String nextWhileTimePasses() throws Exception {
        for (var second = 0; second < 100; second++) {
            advance(1);
            var update = received.poll(100, TimeUnit.MILLISECONDS);
            if (update != null) {
                return update;
            }
        }
        throw new AssertionError("No retry");
    }

    @Test
    void retryAfterIsHonoured() throws Exception {
        status = 429;
        retryAfter = "1000";
        client.ok("setWebhook", "url", url());
        client.startedUser();
        assertThat(next()).isEqualTo("/start");
        Client.waitUntil(() -> client.ok("getWebhookInfo").has("last_error_message"));

        status = 200;
        advance(500);
        assertThat(received.poll(50, TimeUnit.MILLISECONDS)).isNull();
        advance(501);
        assertThat(next()).isEqualTo("/start");
    }

    @Test
    void anExpiredUpdateIsGivenUp() throws Exception {
        status = 500;
        retryAfter = "3600";
        client.ok("setWebhook", "url", url());
        client.startedUser();
        assertThat(next()).isEqualTo("/start");

        advance(90_000);
        assertThat(pending()).isZero();
        assertThat(received).isEmpty();
    }

    @Test
    void aDeadAddressIsReported() throws Exception {
        var dead = url();
        bot.stop(0);
        client.ok("setWebhook", "url", dead);
        client.startedUser();

        Client.waitUntil(() -> client.ok("getWebhookInfo").has("last_error_message"));
        assertThat(client.ok("getWebhookInfo").path("last_error_message").asString(""))
                .isIn("Connection refused", "Connection reset by peer");
        assertThat(pending()).isEqualTo(1);
    }

    @Test
    void webhookAndPollingExcludeEachOther() throws Exception {
        var poll = client.callLater("getUpdates", "timeout", 30);
        client.waitUntilPolling();
        client.ok("setWebhook", "url", url());

        assertThat(poll.get(10, TimeUnit.SECONDS).path("description").asString(""))
                .isEqualTo("Conflict: terminated by setWebhook request");
        client.ok("deleteWebhook");
        assertThat(client.ok("getUpdates")).isEmpty();
        client.ok("setWebhook", "url", url());
        assertThat(client.refused("getUpdates"))
                .isEqualTo("409 Conflict: can't use getUpdates method while webhook is active; "
                        + "use deleteWebhook to delete the webhook first");
    }

    @Test
    void afterDeletionUpdatesWaitForAPoll() throws Exception {
        status = 500;
        client.ok("setWebhook", "url", url());
        var user = client.startedUser();
        assertThat(next()).isEqualTo("/start");

        assertThat(client.call("deleteWebhook").path("description").asString(""))
                .isEqualTo("Webhook was deleted");
        assertThat(client.call("setWebhook", "url", "").path("description").asString(""))
                .isEqualTo("Webhook is already deleted");
        assertThat(client.ok("getUpdates")).hasSize(1);
        client.write(user, "more");
        client.ok("deleteWebhook", "drop_pending_updates", "true");
        assertThat(client.ok("getUpdates")).isEmpty();
    }

    @Test
    void aSecondTimeNothingIsNew() throws Exception {
        assertThat(client.call("setWebhook", "url", url()).path("description").asString(""))
                .isEqualTo("Webhook was set");
        assertThat(client.call("setWebhook", "url", url(), "allowed_updates", "[\"message\"]")
                        .path("description")
                        .asString(""))
                .isEqualTo("Webhook is already set");
        assertThat(client.ok("getWebhookInfo").at("/allowed_updates/0").asString(""))
                .isEqualTo("message");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://example.org/||bad webhook: An HTTPS URL must be provided for webhook",
                "https://example.org:8080/||bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
                "nonsense||bad webhook: URL host is empty",
                "http://a b||bad webhook: invalid URL specified",
                "http://127.0.0.1/|spaces no|secret token contains unallowed characters",
            })
    void unusableWebhooksAreRefused(String url, String secret, String reason) throws Exception {
        assertThat(client.refused("setWebhook", "url", url, "secret_token", secret == null ? "" : secret))
                .isEqualTo("400 Bad Request: " + reason);
    }

    @Test
    void aSecretHasAtMost256Characters() throws Exception {
        assertThat(client.refused("setWebhook", "url", url(), "secret_token", "x".repeat(257)))
                .isEqualTo("400 Bad Request: secret token is too long");
    }

    @Test
    void redeliveryPostsAgain() throws Exception {
        client.ok("setWebhook", "url", url());
        client.startedUser();
        assertThat(next()).isEqualTo("/start");
        Client.waitUntil(
                () -> client.ok("getWebhookInfo").path("pending_update_count").asInt(-1) == 0);

        var id = client.control("GET", "state").path("next_update_id").asLong(0) - 1;
        client.control("POST", "redeliver", "{\"update_id\":%d,\"times\":3,\"parallel\":true}".formatted(id));

        assertThat(List.of(next(), next(), next())).containsOnly("/start");
    }
}
