package app.aisha.core.wallet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is and was wrong with the ledger. Thread-safe; takes part in the caller's transaction. */
public interface LedgerFindings {

    /** Has the findings to itself until the caller's transaction ends; false where somebody else has them. */
    boolean claim();

    /**
     * Remembers what was found and answers what is new. What was present, was not found again and belongs to the kinds that
     * were looked at completely is gone; should it come back, it is new.
     */
    List<Known> keep(Inspection inspection, Instant now);

    /** A finding, present or gone. */
    Optional<Known> find(FindingId id);

    /** All that is not gone, eldest first. */
    List<Known> present();

    /**
     * A finding that is remembered.
     *
     * @param goneAt when it was not there any more; empty while it is
     */
    record Known(FindingId id, Finding finding, Instant firstSeen, Instant lastSeen, Optional<Instant> goneAt) {}
}
