package app.aisha.simulators.telegram;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;

/** What happens in a chat, for the phones that watch it. Safe for use by many threads. */
final class ChatEvents {

    /** One event as Server-Sent Events name it. */
    record Event(String name, JsonNode data) {}

    private final List<BlockingQueue<Event>> watchers = new CopyOnWriteArrayList<>();

    BlockingQueue<Event> watch() {
        var queue = new LinkedBlockingQueue<Event>();
        watchers.add(queue);
        return queue;
    }

    void leave(BlockingQueue<Event> queue) {
        watchers.remove(queue);
    }

    void publish(String name, JsonNode data) {
        watchers.forEach(watcher -> watcher.add(new Event(name, data)));
    }
}
