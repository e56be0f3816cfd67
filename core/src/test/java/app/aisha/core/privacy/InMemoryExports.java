package app.aisha.core.privacy;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Restorable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Copies in a map. */
public final class InMemoryExports implements Exports, Restorable {

    private final Map<ExportId, Export> exports = new HashMap<>();

    @Override
    public synchronized boolean add(Export.Asked export) {
        if (of(export.owner()).isPresent()) {
            return false;
        }
        exports.put(export.id(), export);
        return true;
    }

    @Override
    public synchronized boolean save(Export.Ready export) {
        return exports.computeIfPresent(export.id(), (_, _) -> export) != null;
    }

    @Override
    public synchronized Optional<Export> find(ExportId id) {
        return Optional.ofNullable(exports.get(id));
    }

    @Override
    public synchronized Optional<Export> of(UserId owner) {
        return exports.values().stream()
                .filter(export -> export.owner().equals(owner))
                .findAny();
    }

    @Override
    public synchronized void remove(ExportId id) {
        exports.remove(id);
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = Map.copyOf(exports);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<ExportId, Export> before) {
        exports.clear();
        exports.putAll(before);
    }
}
