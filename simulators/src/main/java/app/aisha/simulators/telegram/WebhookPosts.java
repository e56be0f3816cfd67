package app.aisha.simulators.telegram;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Posts updates to a webhook. Each lane (the messages of a chat, the presses of a user) has a thread as long as it has
 * updates; the next one goes out when the one before was accepted.
 */
final class WebhookPosts implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private record Outcome(boolean accepted, long retryAfter, String error) {}

    /** One time a webhook was set; what still runs for an older one ends by itself. */
    private static final class Course {

        private final Webhook webhook;
        private final Semaphore connections;
        private final Map<String, Deque<Update>> lanes = new HashMap<>();
        private volatile boolean over;

        Course(Webhook webhook) {
            this.webhook = webhook;
            connections = new Semaphore(webhook.connections());
        }
    }

    private final World world;
    private final HttpClient http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private @Nullable Course course;
    private volatile ObjectNode lastError = Json.object();

    WebhookPosts(World world) {
        this.world = world;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .executor(threads)
                .build();
        world.updates.listen(this::post);
    }

    /** Begins to post what is pending and whatever comes; ends what ran before. */
    void begin(Webhook webhook) {
        // The lock of the world comes first, as it does for updates that arrive.
        world.read(() -> {
            start(webhook, world.updates.pending());
            return webhook;
        });
    }

    private synchronized void start(Webhook webhook, List<Update> pending) {
        end();
        course = new Course(webhook);
        pending.forEach(this::post);
    }

    synchronized void end() {
        if (course != null) {
            course.over = true;
            course = null;
        }
        lastError = Json.object();
    }

    /** The fields of getWebhookInfo about the latest failure; empty if there was none. */
    ObjectNode lastError() {
        return lastError;
    }

    private synchronized void post(Update update) {
        var current = course;
        if (current == null) {
            return;
        }
        var waiting = current.lanes.get(update.lane());
        if (waiting != null) {
            waiting.add(update);
        } else {
            current.lanes.put(update.lane(), new ArrayDeque<>(List.of(update)));
            threads.execute(() -> run(current, update.lane()));
        }
    }

    private void run(Course current, String lane) {
        try {
            for (var update = next(current, lane); update != null; update = next(current, lane)) {
                deliver(current, update);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The head of the lane; null, and the lane is gone, when there is none. */
    private synchronized @Nullable Update next(Course current, String lane) {
        var waiting = current.lanes.get(lane);
        var update = current.over || waiting == null ? null : waiting.poll();
        if (update == null) {
            current.lanes.remove(lane);
        }
        return update;
    }

    private void deliver(Course current, Update update) throws InterruptedException {
        for (int failures = 1; !current.over && world.read(() -> world.updates.isPending(update)); failures++) {
            var outcome = attempt(current, update);
            if (outcome.accepted()) {
                world.change(batch -> {
                    world.updates.done(batch, update);
                    return update;
                });
                return;
            }
            lastError = Json.object()
                    .put("last_error_date", world.clock.seconds())
                    .put("last_error_message", outcome.error());
            var delay = RetryDelay.after(failures, outcome.retryAfter());
            world.clock.sleepUntil(world.clock.instant().plus(delay));
        }
    }

    private Outcome attempt(Course current, Update update) throws InterruptedException {
        current.connections.acquire();
        try {
            var request = HttpRequest.newBuilder(URI.create(current.webhook.url()))
                    .timeout(TIMEOUT)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(update.text()));
            if (!current.webhook.secret().isEmpty()) {
                request.header("X-Telegram-Bot-Api-Secret-Token", current.webhook.secret());
            }
            var answer = http.send(request.build(), BodyHandlers.discarding());
            var asked = answer.headers().firstValue("Retry-After").orElse("");
            var retryAfter = asked.matches("\\d{1,9}") ? Long.parseLong(asked) : 0;
            var accepted = answer.statusCode() / 100 == 2;
            return new Outcome(accepted, retryAfter, "Wrong response from the webhook: " + answer.statusCode());
        } catch (HttpTimeoutException e) {
            return new Outcome(false, 0, "Read timeout expired");
        } catch (ConnectException e) {
            return new Outcome(false, 0, "Connection refused");
        } catch (IOException e) {
            return new Outcome(false, 0, "Connection reset by peer");
        } finally {
            current.connections.release();
        }
    }

    @Override
    public void close() {
        end();
        threads.shutdownNow();
        http.shutdownNow();
        Stopping.await(threads);
    }
}
