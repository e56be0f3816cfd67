package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.PICTURE_ORDERS;

import app.aisha.adapters.postgres.generated.enums.Pictureorderstatus;
import app.aisha.core.account.UserId;
import app.aisha.core.picture.OrderId;
import app.aisha.core.picture.PictureOrder;
import app.aisha.core.picture.PictureOrders;
import app.aisha.core.work.StaleState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

/** Orders of pictures in the table {@code picture_orders}. */
public final class PostgresPictureOrders implements PictureOrders {

    private final PostgresDatabase database;

    public PostgresPictureOrders(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public void add(PictureOrder order) {
        database.dsl()
                .insertInto(PICTURE_ORDERS)
                .set(PictureOrderRows.row(order))
                .execute();
    }

    @Override
    public void save(PictureOrder order) {
        var heading = order.heading();
        var saved = database.dsl()
                .update(PICTURE_ORDERS)
                .set(PictureOrderRows.row(order))
                .where(PICTURE_ORDERS.ID.eq(heading.id().value()))
                .and(PICTURE_ORDERS.VERSION.eq(heading.version() - 1))
                .execute();
        if (saved == 0) {
            throw new StaleState("Order " + heading.id().value());
        }
    }

    @Override
    public Optional<PictureOrder> find(OrderId id) {
        return database.dsl()
                .fetchOptional(PICTURE_ORDERS, PICTURE_ORDERS.ID.eq(id.value()))
                .map(PictureOrderRows::order);
    }

    @Override
    public Optional<PictureOrder> lock(OrderId id, UserId owner) {
        return database.dsl()
                .selectFrom(PICTURE_ORDERS)
                .where(PICTURE_ORDERS.ID.eq(id.value()))
                .and(PICTURE_ORDERS.USER_ID.eq(owner.value()))
                .forUpdate()
                .fetchOptional(PictureOrderRows::order);
    }

    /** Leaves out what somebody is changing this moment. */
    @Override
    public List<PictureOrder> dropUnplaced(Instant before, int most) {
        var old = DSL.select(PICTURE_ORDERS.ID)
                .from(PICTURE_ORDERS)
                .where(PICTURE_ORDERS.STATUS.ne(DSL.inline(Pictureorderstatus.placed)))
                .and(PICTURE_ORDERS.CREATED_AT.lt(Times.at(before)))
                .orderBy(PICTURE_ORDERS.CREATED_AT)
                .limit(most)
                .forUpdate()
                .skipLocked();
        return database.dsl()
                .deleteFrom(PICTURE_ORDERS)
                .where(PICTURE_ORDERS.ID.in(old))
                .returning()
                .fetch(PictureOrderRows::order);
    }
}
