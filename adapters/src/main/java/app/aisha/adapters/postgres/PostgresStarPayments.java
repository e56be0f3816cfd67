package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.STAR_PAYMENTS;

import app.aisha.adapters.postgres.generated.enums.Paymentstatus;
import app.aisha.adapters.postgres.generated.tables.records.StarPaymentsRecord;
import app.aisha.core.account.UserId;
import app.aisha.core.payment.PaymentId;
import app.aisha.core.payment.Sold;
import app.aisha.core.payment.StarCharge;
import app.aisha.core.payment.StarPayment;
import app.aisha.core.payment.StarPayments;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.StaleState;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Payments in the table {@code star_payments}. */
public final class PostgresStarPayments implements StarPayments {

    private static final int DIGITS = 8;

    private final PostgresDatabase database;

    public PostgresStarPayments(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public boolean add(StarPayment.Paid payment) {
        return database.dsl()
                        .insertInto(STAR_PAYMENTS)
                        .set(row(payment))
                        .onConflict(STAR_PAYMENTS.CHARGE)
                        .doNothing()
                        .execute()
                == 1;
    }

    @Override
    public void save(StarPayment payment) {
        var saved = database.dsl()
                .update(STAR_PAYMENTS)
                .set(row(payment))
                .where(STAR_PAYMENTS.ID.eq(payment.id().value()))
                .and(STAR_PAYMENTS.VERSION.eq(payment.heading().version() - 1))
                .execute();
        if (saved == 0) {
            throw new StaleState("Payment " + payment.id().value());
        }
    }

    @Override
    public Optional<StarPayment> find(PaymentId id) {
        return only(STAR_PAYMENTS.ID.eq(id.value()));
    }

    @Override
    public Optional<StarPayment> charged(String charge) {
        return only(STAR_PAYMENTS.CHARGE.eq(charge));
    }

    @Override
    public List<StarPayment> numbered(String shortNumber) {
        var digits = shortNumber.strip().replace("-", "").toLowerCase(Locale.ROOT);
        return database.dsl()
                .selectFrom(STAR_PAYMENTS)
                .where(DSL.right(STAR_PAYMENTS.ID.cast(String.class), DIGITS).eq(digits))
                .orderBy(STAR_PAYMENTS.ID.desc())
                .fetch(PostgresStarPayments::payment);
    }

    @Override
    public List<StarPayment> of(UserId buyer, int most) {
        return database.dsl()
                .selectFrom(STAR_PAYMENTS)
                .where(STAR_PAYMENTS.USER_ID.eq(buyer.value()))
                .orderBy(STAR_PAYMENTS.ID.desc())
                .limit(most)
                .fetch(PostgresStarPayments::payment);
    }

    private Optional<StarPayment> only(Condition condition) {
        return database.dsl().fetchOptional(STAR_PAYMENTS, condition).map(PostgresStarPayments::payment);
    }

    private static StarPaymentsRecord row(StarPayment payment) {
        var heading = payment.heading();
        var row = new StarPaymentsRecord();
        row.setId(heading.id().value());
        row.setUserId(heading.buyer().map(UserId::value).orElse(null));
        row.setCharge(heading.charge().id());
        row.setStars(heading.charge().stars());
        row.setCredits(heading.sold().credits().amount());
        row.setBonus(heading.sold().bonus().amount());
        row.setPaidAt(heading.paidAt().atOffset(ZoneOffset.UTC));
        row.setVersion(heading.version());
        switch (payment) {
            case StarPayment.Paid _ -> setRefund(row, Paymentstatus.paid, Optional.empty());
            case StarPayment.Refunding it -> setRefund(row, Paymentstatus.refunding, Optional.of(it.refund()));
            case StarPayment.Refunded it -> setRefund(row, Paymentstatus.refunded, Optional.of(it.refund()));
        }
        return row;
    }

    private static void setRefund(StarPaymentsRecord row, Paymentstatus status, Optional<StarPayment.Refund> refund) {
        row.setStatus(status);
        row.setOrderedBy(
                refund.flatMap(StarPayment.Refund::orderedBy).map(UserId::value).orElse(null));
        row.setRefundReason(refund.map(it -> it.reason().replace("\0", "")).orElse(null));
        row.setTaken(refund.map(it -> it.taken().amount()).orElse(null));
        row.setWrittenOff(refund.map(it -> it.writtenOff().amount()).orElse(null));
    }

    private static StarPayment payment(StarPaymentsRecord row) {
        var heading = new StarPayment.Heading(
                new PaymentId(row.getId()),
                Optional.ofNullable(row.getUserId()).map(UserId::new),
                new StarCharge(row.getCharge(), row.getStars()),
                new Sold(new Credits(row.getCredits()), new Credits(row.getBonus())),
                row.getPaidAt().toInstant(),
                row.getVersion());
        return switch (row.getStatus()) {
            case paid -> new StarPayment.Paid(heading);
            case refunding -> new StarPayment.Refunding(heading, refund(row));
            case refunded -> new StarPayment.Refunded(heading, refund(row));
        };
    }

    private static StarPayment.Refund refund(StarPaymentsRecord row) {
        return new StarPayment.Refund(
                Optional.ofNullable(row.getOrderedBy()).map(UserId::new),
                row.getRefundReason(),
                new Credits(row.getTaken()),
                new Credits(row.getWrittenOff()));
    }
}
