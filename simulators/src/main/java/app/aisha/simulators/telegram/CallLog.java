package app.aisha.simulators.telegram;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** The latest calls of the bot and how they were answered. Safe for use by many threads. */
final class CallLog {

    private static final int KEPT = 20_000;

    /** One call; status 0 means that the connection was cut without an answer. */
    record Entry(long n, Instant at, String method, String chatId, ObjectNode parameters, int status, String response) {

        ObjectNode toJson() {
            var json = Json.object()
                    .put("n", n)
                    .put("at", at.toString())
                    .put("method", method)
                    .put("chat_id", chatId);
            json.set("parameters", parameters);
            json.put("status", status);
            if (response.startsWith("{")) {
                json.putRawValue("response", new RawValue(response));
            } else {
                json.put("response", response);
            }
            return json;
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long count;

    synchronized void add(Instant at, Call call, int status, String response) {
        if (entries.size() == KEPT) {
            entries.removeFirst();
        }
        entries.addLast(new Entry(++count, at, call.method(), call.text("chat_id"), call.logged(), status, response));
    }

    /** Oldest first; an empty method or chat matches all. */
    synchronized List<Entry> matching(String method, String chatId) {
        return entries.stream()
                .filter(entry -> method.isEmpty() || entry.method().equalsIgnoreCase(method))
                .filter(entry -> chatId.isEmpty() || entry.chatId().equals(chatId))
                .toList();
    }

    synchronized void clear() {
        entries.clear();
    }
}
