package app.aisha.core.admin;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.UserId;
import app.aisha.core.work.Transactions;

/** Drops what was proposed to an administrator. */
public final class WithdrawOrder {

    /** What the withdrawal met. */
    public sealed interface Outcome {

        /** Nothing was changed and nothing will be. */
        record Withdrawn(UserId person) implements Outcome {}

        record AppliedAlready(Proposal proposal, AuditEntry entry) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    private final Proposals proposals;
    private final AuditLog audit;
    private final Transactions transactions;

    public WithdrawOrder(Proposals proposals, AuditLog audit, Transactions transactions) {
        this.proposals = proposals;
        this.audit = audit;
        this.transactions = transactions;
    }

    public Outcome withdraw(OrderId id, ChatId admin) {
        return transactions.call(() -> proposals
                .find(id, admin)
                .map(proposal -> audit.find(id)
                        .<Outcome>map(entry -> new Outcome.AppliedAlready(proposal, entry))
                        .orElseGet(() -> withdrawn(proposal)))
                .orElseGet(Outcome.Unknown::new));
    }

    private Outcome withdrawn(Proposal proposal) {
        proposals.withdraw(proposal.id(), proposal.admin());
        return new Outcome.Withdrawn(proposal.order().person());
    }
}
