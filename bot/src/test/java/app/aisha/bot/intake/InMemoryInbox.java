package app.aisha.bot.intake;

import app.aisha.core.work.StorageUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Updates in a map; can be told to be away. */
public final class InMemoryInbox implements Inbox {

    /** An update that was put aside. */
    public record Quarantined(RawUpdate update, String reason, String incident) {}

    private final Map<Long, RawUpdate> kept = new TreeMap<>();
    private final Set<Long> done = new HashSet<>();
    private final List<Quarantined> quarantine = new ArrayList<>();
    private final List<Reading.Malformed> malformed = new ArrayList<>();
    private final List<Integer> batches = new ArrayList<>();
    private boolean away;

    /** From now on every call finds the database away, or finds it back. */
    public synchronized void setAway(boolean away) {
        this.away = away;
    }

    @Override
    public synchronized Set<Long> keep(List<RawUpdate> updates, List<Reading.Malformed> bad) {
        check();
        batches.add(updates.size() + bad.size());
        bad.stream().filter(it -> !malformed.contains(it)).forEach(malformed::add);
        var fresh = new HashSet<Long>();
        for (var update : updates) {
            if (kept.putIfAbsent(update.id(), update) == null) {
                fresh.add(update.id());
            }
        }
        return fresh;
    }

    @Override
    public synchronized void done(Collection<Long> ids) {
        check();
        done.addAll(ids);
    }

    @Override
    public synchronized void quarantine(RawUpdate update, String reason, String incident) {
        check();
        if (quarantine.stream().noneMatch(it -> it.update().equals(update))) {
            quarantine.add(new Quarantined(update, reason, incident));
        }
        done.add(update.id());
    }

    @Override
    public synchronized List<RawUpdate> open() {
        check();
        return kept.values().stream()
                .filter(update -> !done.contains(update.id()))
                .toList();
    }

    public synchronized List<Quarantined> quarantined() {
        return List.copyOf(quarantine);
    }

    public synchronized List<Reading.Malformed> malformed() {
        return List.copyOf(malformed);
    }

    public synchronized Set<Long> marked() {
        return Set.copyOf(done);
    }

    /** How many updates each commit held. */
    public synchronized List<Integer> batches() {
        return List.copyOf(batches);
    }

    private void check() {
        if (away) {
            throw new StorageUnavailable("The inbox is away", new IllegalStateException("away"));
        }
    }
}
