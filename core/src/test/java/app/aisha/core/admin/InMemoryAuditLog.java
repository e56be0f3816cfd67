package app.aisha.core.admin;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Restorable;
import app.aisha.core.work.StaleState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The audit log in a list. */
public final class InMemoryAuditLog implements AuditLog, Restorable {

    private static final Comparator<AuditEntry> NEWEST_FIRST = Comparator.comparing(AuditEntry::at)
            .thenComparing(entry -> entry.id().value().toString())
            .reversed();

    private final List<AuditEntry> all = new ArrayList<>();

    @Override
    public synchronized void add(AuditEntry entry) {
        if (find(entry.id()).isPresent()) {
            throw new StaleState("Order " + entry.id().value());
        }
        all.add(entry);
    }

    @Override
    public synchronized Optional<AuditEntry> find(OrderId id) {
        return all.stream().filter(entry -> entry.id().equals(id)).findAny();
    }

    @Override
    public synchronized List<AuditEntry> newest(int most) {
        return newest(_ -> true, most);
    }

    @Override
    public synchronized List<AuditEntry> newest(UserId person, int most) {
        return newest(entry -> entry.person().filter(person::equals).isPresent(), most);
    }

    private List<AuditEntry> newest(Predicate<AuditEntry> which, int most) {
        return all.stream().filter(which).sorted(NEWEST_FIRST).limit(most).toList();
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = List.copyOf(all);
        return () -> putBack(before);
    }

    private synchronized void putBack(List<AuditEntry> before) {
        all.clear();
        all.addAll(before);
    }
}
