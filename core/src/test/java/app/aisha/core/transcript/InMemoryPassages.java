package app.aisha.core.transcript;

import app.aisha.core.work.Restorable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Passages in a map. */
public final class InMemoryPassages implements Passages, Restorable {

    private final Map<TranscriptId, List<Passage>> all = new HashMap<>();

    @Override
    public synchronized List<Passage> of(TranscriptId transcript) {
        return all.getOrDefault(transcript, List.of());
    }

    @Override
    public synchronized void keep(TranscriptId transcript, List<Passage> passages) {
        all.put(transcript, List.copyOf(passages));
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = Map.copyOf(all);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<TranscriptId, List<Passage>> before) {
        all.clear();
        all.putAll(before);
    }
}
