package app.aisha.simulators.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;

/** The faults in force; the oldest that fits a request is shown. Thread-safe. */
final class Faults {
    private final List<Fault> faults = new ArrayList<>();
    private int lastId;

    /** Adds the fault under a new number, which is returned. */
    synchronized int add(Fault fault) {
        faults.add(new Fault(++lastId, fault.path(), fault.kind(), fault.times(), fault.retryAfter(), fault.millis()));
        return lastId;
    }

    synchronized Optional<Fault> take(String path) {
        for (int i = 0; i < faults.size(); i++) {
            var fault = faults.get(i);
            if (path.contains(fault.path())) {
                use(i, fault);
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private void use(int index, Fault fault) {
        var times = fault.times();
        if (times == null) {
            return;
        }
        if (times <= 1) {
            faults.remove(index);
        } else {
            faults.set(
                    index,
                    new Fault(fault.id(), fault.path(), fault.kind(), times - 1, fault.retryAfter(), fault.millis()));
        }
    }

    synchronized ArrayNode all() {
        var all = Json.array();
        faults.forEach(fault -> all.add(fault.json()));
        return all;
    }

    synchronized void clear() {
        faults.clear();
    }

    synchronized boolean remove(int id) {
        return faults.removeIf(fault -> fault.id() == id);
    }
}
