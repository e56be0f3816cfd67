package app.aisha.core.wallet;

import java.time.Duration;
import java.time.Instant;

/** Looks for what must not be in the ledger, and changes nothing. Thread-safe. */
public interface LedgerInspector {

    /** Looks at what was changed since this moment and at all open holds; cheap enough for every minute. */
    Inspection recent(Instant since);

    /** Looks at everything. */
    Inspection whole();

    Totals totals();

    /**
     * What all wallets have together.
     *
     * @param eldest how long the eldest open hold has been open; zero where there is none
     */
    record Totals(Credits free, Credits held, int openHolds, Duration eldest) {}
}
