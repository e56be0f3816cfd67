package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Restorable;
import app.aisha.core.work.StaleState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Transcripts in a map. */
public final class InMemoryTranscripts implements Transcripts, Restorable {

    /** As PostgreSQL orders UUIDs: by their bytes. */
    private static final Comparator<TranscriptId> IN_TIME =
            Comparator.comparing(id -> id.value().toString());

    private final TreeMap<TranscriptId, Transcript> all = new TreeMap<>(IN_TIME);
    private boolean refusing;

    @Override
    public synchronized boolean add(Transcript.Queued transcript) {
        if (own(transcript.owner()).anyMatch(other -> key(other).equals(key(transcript)))) {
            return false;
        }
        all.put(transcript.id(), transcript);
        return true;
    }

    private record Key(long message, Optional<String> again) {}

    private static Key key(Transcript transcript) {
        var heading = transcript.heading();
        return new Key(
                heading.recording().message(), heading.recording().stored().flatMap(_ -> heading.spoken()));
    }

    /** As an error of ours between two steps would. */
    public synchronized void refuseTheNextSave() {
        refusing = true;
    }

    @Override
    public synchronized void save(Transcript transcript) {
        if (refusing) {
            refusing = false;
            throw new IllegalStateException("The save is refused");
        }
        var stored = all.get(transcript.id());
        if (stored == null || stored.heading().version() != transcript.heading().version() - 1) {
            throw new StaleState("Transcript " + transcript.id().value());
        }
        all.put(transcript.id(), transcript);
    }

    @Override
    public synchronized void delete(Transcript transcript) {
        if (!transcript.equals(all.get(transcript.id()))) {
            throw new StaleState("Transcript " + transcript.id().value());
        }
        all.remove(transcript.id());
    }

    @Override
    public synchronized Optional<Transcript> find(TranscriptId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public synchronized Optional<Transcript> of(UserId owner, long message) {
        return own(owner)
                .filter(transcript -> key(transcript).equals(new Key(message, Optional.empty())))
                .findAny();
    }

    @Override
    public synchronized Optional<Transcript> again(UserId owner, long message, String language) {
        return own(owner)
                .filter(transcript -> key(transcript).equals(new Key(message, Optional.of(language))))
                .findAny();
    }

    @Override
    public synchronized Page page(UserId owner, Optional<TranscriptId> from, int size) {
        var older = own(owner)
                .filter(it -> from.isEmpty() || IN_TIME.compare(it.id(), from.get()) <= 0)
                .limit(size + 1L)
                .toList();
        var newer = from.map(id -> own(owner)
                        .filter(it -> IN_TIME.compare(it.id(), id) > 0)
                        .toList())
                .orElse(List.of());
        return new Page(
                older.subList(0, Math.min(size, older.size())),
                newer.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                newer.get(Math.max(0, newer.size() - size)).id()),
                older.size() > size ? Optional.of(older.getLast().id()) : Optional.empty());
    }

    @Override
    public synchronized int count(UserId owner) {
        return (int) own(owner).count();
    }

    @Override
    public synchronized int queuedBefore(TranscriptId id) {
        return (int) all.headMap(id).values().stream()
                .filter(Transcript.Queued.class::isInstance)
                .count();
    }

    /** Newest first. */
    private Stream<Transcript> own(UserId owner) {
        return all.descendingMap().values().stream()
                .filter(transcript -> transcript.owner().equals(owner));
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = new TreeMap<>(all);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<TranscriptId, Transcript> before) {
        all.clear();
        all.putAll(before);
    }
}
