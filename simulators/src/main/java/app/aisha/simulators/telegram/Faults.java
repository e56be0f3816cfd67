package app.aisha.simulators.telegram;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The faults switched on; the oldest that matches a call is spent on it. Safe for use by many threads. */
final class Faults {

    private final Map<Long, Fault> active = new TreeMap<>();
    private long lastId;

    synchronized Fault add(JsonNode wish) {
        var fault = Fault.of(++lastId, wish);
        active.put(fault.id(), fault);
        return fault;
    }

    synchronized Optional<Fault> next(String method, String chatId) {
        var fault = active.values().stream()
                .filter(candidate -> candidate.concerns(method, chatId))
                .findFirst();
        fault.map(Fault::onceLess).ifPresent(rest -> {
            if (rest.times() == 0) {
                active.remove(rest.id());
            } else {
                active.put(rest.id(), rest);
            }
        });
        return fault;
    }

    synchronized List<Fault> all() {
        return List.copyOf(active.values());
    }

    synchronized boolean remove(long id) {
        return active.remove(id) != null;
    }

    synchronized void clear() {
        active.clear();
    }
}
