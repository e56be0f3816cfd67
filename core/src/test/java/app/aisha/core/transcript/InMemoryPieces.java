package app.aisha.core.transcript;

import app.aisha.core.work.Restorable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pieces in a map. */
public final class InMemoryPieces implements Pieces, Restorable {

    private final Map<TranscriptId, Map<Integer, Piece>> all = new HashMap<>();

    @Override
    public synchronized List<Piece> of(TranscriptId transcript) {
        return List.copyOf(all.getOrDefault(transcript, Map.of()).values());
    }

    @Override
    public synchronized void keep(TranscriptId transcript, Piece piece) {
        all.computeIfAbsent(transcript, _ -> new TreeMap<>()).putIfAbsent(piece.index(), piece);
    }

    @Override
    public synchronized void forget(TranscriptId transcript, int index) {
        all.getOrDefault(transcript, new TreeMap<>()).remove(index);
    }

    @Override
    public synchronized void forgetLost(TranscriptId transcript, int index) {
        all.getOrDefault(transcript, new TreeMap<>())
                .values()
                .removeIf(piece -> piece.index() == index && piece.result() instanceof Piece.Result.Lost);
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = new HashMap<TranscriptId, Map<Integer, Piece>>();
        all.forEach((id, pieces) -> before.put(id, new TreeMap<>(pieces)));
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<TranscriptId, Map<Integer, Piece>> before) {
        all.clear();
        all.putAll(before);
    }
}
