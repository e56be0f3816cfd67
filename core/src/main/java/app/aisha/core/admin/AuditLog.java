package app.aisha.core.admin;

import app.aisha.core.account.UserId;
import app.aisha.core.work.StaleState;
import java.util.List;
import java.util.Optional;

/** What was ever changed by hand; entries stay for ever. Thread-safe; takes part in the caller's transaction. */
public interface AuditLog {

    /**
     * Adds an entry.
     *
     * @throws StaleState where this order has its entry already
     */
    void add(AuditEntry entry);

    Optional<AuditEntry> find(OrderId id);

    /** The newest entries, newest first. */
    List<AuditEntry> newest(int most);

    /** The newest entries about this person, newest first. */
    List<AuditEntry> newest(UserId person, int most);
}
