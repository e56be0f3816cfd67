package app.aisha.core.admin;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.User;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;

/** Works out what an order would do and keeps it for its confirmation. */
public final class ProposeOrder {

    /** What became of the proposal. */
    public sealed interface Outcome {

        /** Nothing is changed yet; before and after are what is free. */
        record Proposed(Proposal proposal, User person, Credits before, Credits after) implements Outcome {}

        /** It would be refused; nothing is kept. */
        record Refused(ApplyOrder.Outcome.Refused why) implements Outcome {}
    }

    private final ApplyOrder applyOrder;
    private final Proposals proposals;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public ProposeOrder(ApplyOrder applyOrder, Proposals proposals, TimeOrderedIds ids, InstantSource clock) {
        this.applyOrder = applyOrder;
        this.proposals = proposals;
        this.ids = ids;
        this.clock = clock;
    }

    public Outcome propose(ChatId admin, Order order) {
        var id = new OrderId(ids.next());
        return switch (applyOrder.rehearse(id, new Actor.Admin(admin), order)) {
            case ApplyOrder.Outcome.Applied(var person, var before, var after) -> {
                var proposal = new Proposal(id, admin, order, clock.instant());
                proposals.add(proposal);
                yield new Outcome.Proposed(proposal, person, before, after);
            }
            case ApplyOrder.Outcome.Refused refused -> new Outcome.Refused(refused);
            case ApplyOrder.Outcome.AppliedAlready _ ->
                throw new IllegalStateException("A new order was carried out before: " + id.value());
        };
    }
}
