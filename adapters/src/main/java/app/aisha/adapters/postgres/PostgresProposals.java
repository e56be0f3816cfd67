package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.PROPOSALS;

import app.aisha.adapters.postgres.generated.tables.records.ProposalsRecord;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.UserId;
import app.aisha.core.admin.Order;
import app.aisha.core.admin.OrderId;
import app.aisha.core.admin.Proposal;
import app.aisha.core.admin.Proposals;
import app.aisha.core.admin.Reason;
import app.aisha.core.payment.PaymentId;
import app.aisha.core.wallet.Credits;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.Condition;

/** Proposals in the table {@code proposals}. */
public final class PostgresProposals implements Proposals {

    private final PostgresDatabase database;

    public PostgresProposals(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public void add(Proposal proposal) {
        database.dsl().insertInto(PROPOSALS).set(row(proposal)).execute();
    }

    @Override
    public Optional<Proposal> find(OrderId id, ChatId admin) {
        return database.dsl().fetchOptional(PROPOSALS, is(id, admin)).map(PostgresProposals::proposal);
    }

    @Override
    public void withdraw(OrderId id, ChatId admin) {
        database.dsl().deleteFrom(PROPOSALS).where(is(id, admin)).execute();
    }

    /** Forgets what nobody can confirm any more. */
    public int forgetMadeBefore(OffsetDateTime moment) {
        return database.dsl()
                .deleteFrom(PROPOSALS)
                .where(PROPOSALS.MADE_AT.lt(moment))
                .execute();
    }

    private static Condition is(OrderId id, ChatId admin) {
        return PROPOSALS.ID.eq(id.value()).and(PROPOSALS.ADMIN_CHAT.eq(admin.value()));
    }

    private static ProposalsRecord row(Proposal proposal) {
        var order = proposal.order();
        var row = new ProposalsRecord();
        row.setId(proposal.id().value());
        row.setAdminChat(proposal.admin().value());
        row.setAct(PostgresAuditLog.act(order.act()));
        row.setUserId(order.person().value());
        row.setAmount(order.amount().amount());
        switch (order) {
            case Order.GrantCredits _, Order.TakeCredits _ -> {}
            case Order.RefundCharge refund -> row.setReceipt(refund.receipt());
            case Order.RefundStars refund -> row.setPaymentId(refund.payment().value());
        }
        row.setReason(order.reason().words());
        row.setMadeAt(proposal.madeAt().atOffset(ZoneOffset.UTC));
        return row;
    }

    private static Proposal proposal(ProposalsRecord row) {
        return new Proposal(
                new OrderId(row.getId()),
                new ChatId(row.getAdminChat()),
                order(row),
                row.getMadeAt().toInstant());
    }

    private static Order order(ProposalsRecord row) {
        var person = new UserId(row.getUserId());
        var amount = new Credits(row.getAmount());
        var reason = new Reason(row.getReason());
        return switch (row.getAct()) {
            case grant -> new Order.GrantCredits(person, amount, reason);
            case take -> new Order.TakeCredits(person, amount, reason);
            case refund -> new Order.RefundCharge(person, row.getReceipt(), amount, reason);
            case refund_stars -> new Order.RefundStars(person, new PaymentId(row.getPaymentId()), amount, reason);
            case create_promo, end_promo -> throw new IllegalStateException("Never proposed: " + row.getAct());
        };
    }
}
