package app.aisha.core.admin;

import app.aisha.core.account.ChatId;
import java.time.InstantSource;

/** Carries out what was proposed to an administrator. */
public final class ConfirmOrder {

    /** What the confirmation met. */
    public sealed interface Outcome {

        record Answered(Order order, ApplyOrder.Outcome answer) implements Outcome {}

        /** Too old, withdrawn, or proposed to somebody else. */
        record Outdated() implements Outcome {}
    }

    private final ApplyOrder applyOrder;
    private final Proposals proposals;
    private final AuditLog audit;
    private final InstantSource clock;

    public ConfirmOrder(ApplyOrder applyOrder, Proposals proposals, AuditLog audit, InstantSource clock) {
        this.applyOrder = applyOrder;
        this.proposals = proposals;
        this.audit = audit;
        this.clock = clock;
    }

    /** Safe to call any number of times, also at once. */
    public Outcome confirm(OrderId id, ChatId admin) {
        return proposals
                .find(id, admin)
                .filter(proposal ->
                        proposal.isValidAt(clock.instant()) || audit.find(id).isPresent())
                .<Outcome>map(proposal -> new Outcome.Answered(
                        proposal.order(), applyOrder.apply(id, new Actor.Admin(admin), proposal.order())))
                .orElseGet(Outcome.Outdated::new);
    }
}
