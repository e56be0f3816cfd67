package app.aisha.bot.intake;

import app.aisha.core.account.ChatId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One lane per chat: what enters a lane is handled in that order, lanes run beside each other on virtual threads. An idle
 * lane costs nothing.
 *
 * @param <T> what goes through the lanes
 */
final class Lanes<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final Consumer<T> handler;
    private final Duration patience;
    private final Map<ChatId, Queue<T>> waiting = new HashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private boolean closed;

    /**
     * Opens the lanes.
     *
     * @param patience how long closing waits for what is being handled
     */
    Lanes(Consumer<T> handler, Duration patience) {
        this.handler = handler;
        this.patience = patience;
    }

    /** False when the lanes are closed. */
    synchronized boolean enter(ChatId chat, T item) {
        if (closed) {
            return false;
        }
        var lane = waiting.get(chat);
        if (lane == null) {
            waiting.put(chat, new ArrayDeque<>());
            workers.execute(() -> drive(chat, item));
        } else {
            lane.add(item);
        }
        return true;
    }

    private void drive(ChatId chat, T first) {
        @Nullable T item = first;
        while (item != null) {
            handle(item);
            item = next(chat);
        }
    }

    /** Whatever escapes the handler must not stop the lane, or the chat would be dead until the next start. */
    @SuppressWarnings("IllegalCatch")
    private void handle(T item) {
        try {
            handler.accept(item);
        } catch (Throwable e) {
            LOG.error("A lane survived what its handler should have caught", e);
        }
    }

    private synchronized @Nullable T next(ChatId chat) {
        var lane = waiting.get(chat);
        var item = closed || lane == null ? null : lane.poll();
        if (item == null) {
            waiting.remove(chat);
        }
        return item;
    }

    /** Lets every lane end the item it is handling; what waits behind it is dropped. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        workers.shutdown();
        try {
            if (!workers.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException _) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
