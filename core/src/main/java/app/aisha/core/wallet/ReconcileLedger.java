package app.aisha.core.wallet;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.Users;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Checks the ledger against itself and the holds against their work, remembers what is wrong and tells the administrators
 * about each finding once. Repairs nothing.
 */
public final class ReconcileLedger {

    /** Longer than a transaction, a pause between two checks and the difference of two clocks together. */
    static final Duration LOOK_BACK = Duration.ofMinutes(15);

    private final LedgerInspector inspector;
    private final LedgerFindings findings;
    private final Users users;
    private final Set<ChatId> admins;
    private final Outbox outbox;
    private final Transactions transactions;
    private final InstantSource clock;

    /**
     * Makes the use case.
     *
     * @param admins those of them who have written to Aisha are told
     */
    public ReconcileLedger(
            LedgerInspector inspector,
            LedgerFindings findings,
            Users users,
            Set<ChatId> admins,
            Outbox outbox,
            Transactions transactions,
            InstantSource clock) {
        this.inspector = inspector;
        this.findings = findings;
        this.users = users;
        this.admins = Set.copyOf(admins);
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** How thoroughly to look. */
    public enum Depth {
        /** What was changed lately, and all open holds. */
        RECENT,
        WHOLE
    }

    /** What a check came to. */
    public sealed interface Outcome {

        /**
         * It was done.
         *
         * @param found all that is wrong
         * @param fresh what of it was not known before
         */
        record Checked(List<Finding> found, List<Finding> fresh) implements Outcome {

            public Checked {
                found = List.copyOf(found);
                fresh = List.copyOf(fresh);
            }
        }

        /** Another one is under way; nothing was done. */
        record UnderWay() implements Outcome {}
    }

    /** One check. Of several at once, also of several instances, one is done. */
    public Outcome reconcile(Depth depth) {
        return transactions.call(() -> findings.claim() ? checked(depth) : new Outcome.UnderWay());
    }

    private Outcome checked(Depth depth) {
        var now = clock.instant();
        var inspection = switch (depth) {
            case RECENT -> inspector.recent(now.minus(LOOK_BACK));
            case WHOLE -> inspector.whole();
        };
        var fresh = findings.keep(inspection, now);
        fresh.forEach(this::tell);
        return new Outcome.Checked(
                inspection.findings(),
                fresh.stream().map(LedgerFindings.Known::finding).toList());
    }

    private void tell(LedgerFindings.Known fresh) {
        admins.stream()
                .flatMap(chat -> users.at(chat).stream())
                .forEach(admin -> outbox.post(new LedgerNotice.Found(admin.id(), fresh.id())));
    }
}
