package app.aisha.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/**
 * Answers everything at once, without a thought and without a database: as fast as a bot on this machine and this simulator
 * can be.
 */
final class EchoBot implements Bot {

    private static final String TOKEN = "/bot1000000001:echo-echo-echo-echo/";
    private static final int POLL_SECONDS = 50;
    private static final int AT_ONCE = 100;

    private final Simulator simulator;
    private final Http telegram;
    private final Crowd crowd;
    private final AtomicLong handled = new AtomicLong();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Thread loop;

    private EchoBot(Simulator simulator) {
        this.simulator = simulator;
        this.telegram = new Http(simulator.root());
        this.crowd = new Crowd(simulator.root());
        this.loop = Thread.ofVirtual().start(this::poll);
    }

    static EchoBot start() throws IOException {
        return new EchoBot(Simulator.start());
    }

    @Override
    public Crowd crowd() {
        return crowd;
    }

    @Override
    public long handled() {
        return handled.get();
    }

    private void poll() {
        var offset = 0L;
        try {
            while (true) {
                var updates = telegram.post(
                                TOKEN + "getUpdates",
                                telegram.object().put("offset", offset).put("timeout", POLL_SECONDS))
                        .path("result");
                for (var update : updates) {
                    offset = update.path("update_id").asLong() + 1;
                    places.acquire();
                    Thread.startVirtualThread(() -> answer(update));
                }
            }
        } catch (InterruptedException | IOException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(JsonNode update) {
        try {
            var tap = update.path("callback_query");
            if (tap.isMissingNode()) {
                var chat = update.path("message").path("chat").path("id").asLong();
                telegram.post(
                        TOKEN + "sendMessage",
                        telegram.object().put("chat_id", chat).put("text", "Echo"));
            } else {
                telegram.post(
                        TOKEN + "answerCallbackQuery",
                        telegram.object()
                                .put("callback_query_id", tap.path("id").asString()));
                telegram.post(TOKEN + "editMessageText", edit(tap));
            }
            handled.incrementAndGet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
    }

    private JsonNode edit(JsonNode tap) {
        var message = tap.path("message");
        return telegram.object()
                .put("chat_id", message.path("chat").path("id").asLong())
                .put("message_id", message.path("message_id").asLong())
                .put("text", "Echo of " + tap.path("id").asString());
    }

    @Override
    public void close() throws IOException {
        loop.interrupt();
        simulator.close();
    }
}
