package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.STAR_ORDERS;

import app.aisha.core.account.UserId;
import app.aisha.core.payment.PaymentId;
import app.aisha.core.payment.RedemptionId;
import app.aisha.core.payment.Sold;
import app.aisha.core.payment.StarOrder;
import app.aisha.core.payment.StarOrderId;
import app.aisha.core.payment.StarOrders;
import app.aisha.core.wallet.Credits;
import java.time.ZoneOffset;
import java.util.Optional;

/** Orders in the table {@code star_orders}. */
public final class PostgresStarOrders implements StarOrders {

    private final PostgresDatabase database;

    public PostgresStarOrders(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public void add(StarOrder order) {
        database.dsl()
                .insertInto(STAR_ORDERS)
                .set(STAR_ORDERS.ID, order.id().value())
                .set(STAR_ORDERS.USER_ID, order.buyer().value())
                .set(STAR_ORDERS.CREDITS, order.sold().credits().amount())
                .set(STAR_ORDERS.BONUS, order.sold().bonus().amount())
                .set(STAR_ORDERS.STARS, order.stars())
                .set(
                        STAR_ORDERS.REDEMPTION_ID,
                        order.redemption().map(RedemptionId::value).orElse(null))
                .set(STAR_ORDERS.VALID_UNTIL, order.validUntil().atOffset(ZoneOffset.UTC))
                .set(
                        STAR_ORDERS.PAYMENT_ID,
                        order.payment().map(PaymentId::value).orElse(null))
                .execute();
    }

    @Override
    public Optional<StarOrder> find(StarOrderId id) {
        return database.dsl()
                .fetchOptional(STAR_ORDERS, STAR_ORDERS.ID.eq(id.value()))
                .map(row -> new StarOrder(
                        id,
                        new UserId(row.getUserId()),
                        new Sold(new Credits(row.getCredits()), new Credits(row.getBonus())),
                        row.getStars(),
                        Optional.ofNullable(row.getRedemptionId()).map(RedemptionId::new),
                        row.getValidUntil().toInstant(),
                        Optional.ofNullable(row.getPaymentId()).map(PaymentId::new)));
    }

    @Override
    public boolean paid(StarOrderId id, PaymentId payment) {
        return database.dsl()
                        .update(STAR_ORDERS)
                        .set(STAR_ORDERS.PAYMENT_ID, payment.value())
                        .where(STAR_ORDERS.ID.eq(id.value()).and(STAR_ORDERS.PAYMENT_ID.isNull()))
                        .execute()
                == 1;
    }
}
