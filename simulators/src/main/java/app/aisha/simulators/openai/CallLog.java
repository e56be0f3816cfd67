package app.aisha.simulators.openai;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The last {@link #KEPT} calls to the API, oldest first. Thread-safe. */
final class CallLog {
    static final int KEPT = 2_000;

    private final InstantSource clock;
    private final Deque<ObjectNode> entries = new ArrayDeque<>();
    private int count;

    CallLog(InstantSource clock) {
        this.clock = clock;
    }

    /** @param status as sent; 0 when the connection was dropped instead */
    synchronized void add(String path, CallNotes notes, int status) {
        var entry = Json.object()
                .put("n", ++count)
                .put("at", clock.instant().toString())
                .put("path", path)
                .put("status", status);
        notes.writeTo(entry);
        entries.add(entry);
        if (entries.size() > KEPT) {
            entries.remove();
        }
    }

    synchronized ArrayNode all() {
        var all = Json.array();
        entries.forEach(all::add);
        return all;
    }

    synchronized void clear() {
        entries.clear();
    }
}
