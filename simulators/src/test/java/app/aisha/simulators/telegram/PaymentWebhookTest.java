package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Payments by webhook: the question has a queue of its own, the receipt is a message of the chat. */
class PaymentWebhookTest extends WithSimulator {

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final CountDownLatch gate = new CountDownLatch(1);
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

    /** Texts are accepted when the gate opens, all else at once. */
    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var update = Json.read(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            received.add(update);
            if (update.path("message").has("text")) {
                gate.await();
            }
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode next() throws InterruptedException {
        var update = received.poll(10, TimeUnit.SECONDS);
        assertThat(update).isNotNull();
        return update;
    }

    @Test
    void aPaymentDoesNotWaitBehindTheMessagesOfItsChat() throws Exception {
        var shop = new Shop(client);
        var ann = client.startedUser();
        client.ok("setWebhook", "url", "http://127.0.0.1:" + bot.getAddress().getPort() + "/hook");
        assertThat(next().at("/message/text").asString("")).isEqualTo("/start");

        var payment = shop.pays(ann, shop.sells(ann));
        assertThat(next().at("/pre_checkout_query/id").asString("")).isEqualTo(payment);
        shop.agrees(payment);

        assertThat(received).isEmpty();
        gate.countDown();
        assertThat(next().at("/message/successful_payment/invoice_payload").asString(""))
                .isEqualTo("pack:50");
    }
}
