package app.aisha.core.digest;

import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.work.Restorable;
import app.aisha.core.work.StaleState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Digests in a map, in the order in which they were asked for. */
public final class InMemoryDigests implements Digests, Restorable {

    private final Map<DigestId, Digest> all = new LinkedHashMap<>();

    @Override
    public synchronized boolean add(Digest.Asked digest) {
        var heading = digest.heading();
        if (newest(heading.transcript(), heading.request()).orElse(null) instanceof Digest.Asked) {
            return false;
        }
        all.put(digest.id(), digest);
        return true;
    }

    @Override
    public synchronized void save(Digest digest) {
        var stored = all.get(digest.id());
        if (stored == null || stored.heading().version() != digest.heading().version() - 1) {
            throw new StaleState("Digest " + digest.id().value());
        }
        all.put(digest.id(), digest);
    }

    @Override
    public synchronized Optional<Digest> find(DigestId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public synchronized Optional<Digest> newest(TranscriptId transcript, Request request) {
        return all.values().stream()
                .filter(digest -> digest.heading().transcript().equals(transcript))
                .filter(digest -> digest.heading().request().equals(request))
                .filter(digest -> digest instanceof Digest.Asked || digest instanceof Digest.Ready)
                .reduce((_, later) -> later);
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = new LinkedHashMap<>(all);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<DigestId, Digest> before) {
        all.clear();
        all.putAll(before);
    }
}
