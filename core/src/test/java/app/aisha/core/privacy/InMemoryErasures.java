package app.aisha.core.privacy;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.UserId;
import app.aisha.core.work.Restorable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Those who left, in a map. */
public final class InMemoryErasures implements Erasures, Restorable {

    private final Map<ErasureId, Erasure> erasures = new HashMap<>();
    private final Map<ErasureId, Set<String>> work = new HashMap<>();

    private final Map<ErasureId, Instant> asked = new HashMap<>();

    /** Subjects of the jobs that somebody is at. */
    public final Set<String> line = new HashSet<>();

    /** Subjects of the jobs in line that nobody is at. */
    public final Set<String> idle = new HashSet<>();

    /** Chats of whose messages some are still being handled. */
    public final Set<ChatId> handled = new HashSet<>();

    @Override
    public synchronized void begin(Erasure erasure, Collection<String> subjects) {
        erasures.put(erasure.id(), erasure);
        work.put(erasure.id(), Set.copyOf(subjects));
    }

    @Override
    public synchronized Optional<Erasure> find(ErasureId id) {
        return Optional.ofNullable(erasures.get(id));
    }

    @Override
    public synchronized List<ErasureId> open(int most) {
        return erasures.values().stream()
                .sorted(Comparator.comparing(Erasure::at))
                .map(Erasure::id)
                .limit(most)
                .toList();
    }

    public synchronized List<Erasure> all() {
        return List.copyOf(erasures.values());
    }

    @Override
    public synchronized boolean endWork(ErasureId id) {
        idle.removeIf(work.getOrDefault(id, Set.of())::contains);
        return work.getOrDefault(id, Set.of()).stream().noneMatch(line::contains);
    }

    @Override
    public synchronized Instant askedSince(ErasureId id, Instant now) {
        return asked.computeIfAbsent(id, _ -> now);
    }

    @Override
    public synchronized boolean forgetMessages(ErasureId id) {
        return find(id).map(Erasure::addressee)
                .filter(addressee -> handled.contains(addressee.chat()))
                .isEmpty();
    }

    @Override
    public synchronized void settle(ErasureId id, Trace trace, Trace.Fate fate) {
        erasures.computeIfPresent(id, (_, erasure) -> {
            var traces = new ArrayList<>(erasure.traces());
            traces.replaceAll(it -> it.number() == trace.number()
                    ? new Trace(it.number(), it.service(), it.request(), it.cancel(), fate)
                    : it);
            return with(erasure, erasure.person(), traces);
        });
    }

    @Override
    public synchronized void cleared(ErasureId id) {
        erasures.computeIfPresent(id, (_, erasure) -> with(erasure, Optional.empty(), erasure.traces()));
    }

    @Override
    public synchronized void told(ErasureId id) {
        erasures.remove(id);
        work.remove(id);
    }

    private static Erasure with(Erasure erasure, Optional<UserId> person, List<Trace> traces) {
        return new Erasure(erasure.id(), erasure.at(), person, erasure.addressee(), erasure.gone(), traces);
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = Map.copyOf(erasures);
        var workBefore = Map.copyOf(work);
        return () -> putBack(before, workBefore);
    }

    private synchronized void putBack(Map<ErasureId, Erasure> before, Map<ErasureId, Set<String>> workBefore) {
        erasures.clear();
        erasures.putAll(before);
        work.clear();
        work.putAll(workBefore);
    }
}
