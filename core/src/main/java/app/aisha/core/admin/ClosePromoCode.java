package app.aisha.core.admin;

import app.aisha.core.payment.EndPromoCode;
import app.aisha.core.payment.EndPromoCode.Outcome;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.time.InstantSource;
import java.util.Optional;

/** Ends a promo code, with an entry in the audit log. */
public final class ClosePromoCode {

    private final EndPromoCode endPromoCode;
    private final AuditLog audit;
    private final Transactions transactions;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public ClosePromoCode(
            EndPromoCode endPromoCode,
            AuditLog audit,
            Transactions transactions,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.endPromoCode = endPromoCode;
        this.audit = audit;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    public Outcome close(Actor actor, String code) {
        return transactions.call(() -> closeOnce(actor, code));
    }

    /** What {@link #close} would answer at this moment; changes nothing. */
    public Outcome rehearse(Actor actor, String code) {
        return transactions.rehearse(() -> closeOnce(actor, code));
    }

    private Outcome closeOnce(Actor actor, String code) {
        var outcome = endPromoCode.end(code);
        if (outcome instanceof Outcome.Ended(var ended)) {
            audit.add(new AuditEntry(
                    new OrderId(ids.next()),
                    clock.instant(),
                    actor,
                    AuditEntry.Act.END_PROMO,
                    Optional.empty(),
                    Credits.NONE,
                    "",
                    ended.code()));
        }
        return outcome;
    }
}
