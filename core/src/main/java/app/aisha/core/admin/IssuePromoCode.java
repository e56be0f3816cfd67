package app.aisha.core.admin;

import app.aisha.core.payment.CreatePromoCode;
import app.aisha.core.payment.CreatePromoCode.Outcome;
import app.aisha.core.payment.PromoCode;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.TimeOrderedIds;
import app.aisha.core.work.Transactions;
import java.time.InstantSource;
import java.util.Optional;

/** Makes a promo code, with an entry in the audit log. A code can be made once, so nothing needs an id of its own. */
public final class IssuePromoCode {

    /** What a code is to be. */
    public record Terms(String code, PromoCode.Benefit benefit, PromoCode.Limits limits, PromoCode.Window window) {}

    private final CreatePromoCode createPromoCode;
    private final AuditLog audit;
    private final Transactions transactions;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public IssuePromoCode(
            CreatePromoCode createPromoCode,
            AuditLog audit,
            Transactions transactions,
            TimeOrderedIds ids,
            InstantSource clock) {
        this.createPromoCode = createPromoCode;
        this.audit = audit;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    public Outcome issue(Actor actor, Terms terms) {
        return transactions.call(() -> issueOnce(actor, terms));
    }

    /** What {@link #issue} would answer at this moment; changes nothing. */
    public Outcome rehearse(Actor actor, Terms terms) {
        return transactions.rehearse(() -> issueOnce(actor, terms));
    }

    private Outcome issueOnce(Actor actor, Terms terms) {
        var outcome = createPromoCode.create(terms.code(), terms.benefit(), terms.limits(), terms.window());
        if (outcome instanceof Outcome.Created(var code)) {
            audit.add(new AuditEntry(
                    new OrderId(ids.next()),
                    clock.instant(),
                    actor,
                    AuditEntry.Act.CREATE_PROMO,
                    Optional.empty(),
                    Credits.NONE,
                    "",
                    PromoTerms.of(code)));
        }
        return outcome;
    }
}
