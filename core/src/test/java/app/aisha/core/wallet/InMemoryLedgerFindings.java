package app.aisha.core.wallet;

import app.aisha.core.work.Restorable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Findings in a map. */
public final class InMemoryLedgerFindings implements LedgerFindings, Restorable {

    private final Map<FindingId, Known> all = new LinkedHashMap<>();
    private boolean taken;

    /** Whether somebody else has the findings. */
    public synchronized void taken(boolean bySomebody) {
        taken = bySomebody;
    }

    @Override
    public synchronized boolean claim() {
        return !taken;
    }

    @Override
    public synchronized List<Known> keep(Inspection inspection, Instant now) {
        var fresh = new ArrayList<Known>();
        var seen = new ArrayList<FindingId>();
        for (var finding : inspection.findings()) {
            var before = present().stream()
                    .filter(known -> known.finding().kind() == finding.kind()
                            && known.finding().subject().equals(finding.subject()))
                    .findAny();
            var kept = before.map(known -> new Known(known.id(), finding, known.firstSeen(), now, Optional.empty()))
                    .orElseGet(() -> new Known(new FindingId(UUID.randomUUID()), finding, now, now, Optional.empty()));
            all.put(kept.id(), kept);
            seen.add(kept.id());
            if (before.isEmpty()) {
                fresh.add(kept);
            }
        }
        present().stream()
                .filter(known -> inspection.complete().contains(known.finding().kind()) && !seen.contains(known.id()))
                .forEach(known -> all.put(known.id(), gone(known, now)));
        return fresh;
    }

    private static Known gone(Known known, Instant now) {
        return new Known(known.id(), known.finding(), known.firstSeen(), known.lastSeen(), Optional.of(now));
    }

    @Override
    public synchronized Optional<Known> find(FindingId id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public synchronized List<Known> present() {
        return all.values().stream().filter(known -> known.goneAt().isEmpty()).toList();
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = new LinkedHashMap<>(all);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<FindingId, Known> before) {
        all.clear();
        all.putAll(before);
    }
}
