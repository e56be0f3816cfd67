package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.AVATARS;
import static app.aisha.adapters.postgres.generated.Tables.PICTURES;
import static app.aisha.adapters.postgres.generated.Tables.PICTURE_ORDERS;

import app.aisha.adapters.postgres.generated.enums.Pictureorderstatus;
import app.aisha.adapters.postgres.generated.enums.Picturestatus;
import app.aisha.core.account.UserId;
import app.aisha.core.media.MediaKey;
import app.aisha.core.picture.OrderId;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureId;
import app.aisha.core.picture.Pictures;
import app.aisha.core.work.StaleState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Pictures in the table {@code pictures}. A trigger counts the finished ones of each avatar; the name of the avatar and the
 * reading of the prompt are copied when a picture is ordered, so that they outlive the avatar and are found without a join.
 */
public final class PostgresPictures implements Pictures {

    private final PostgresDatabase database;

    public PostgresPictures(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public void add(Picture.Queued picture) {
        var row = PictureRows.row(picture);
        database.dsl()
                .insertInto(PICTURES)
                .set(row)
                .set(
                        PICTURES.AVATAR_NAME,
                        DSL.field(DSL.select(AVATARS.NAME).from(AVATARS).where(AVATARS.ID.eq(row.getAvatarId()))))
                .set(
                        PICTURES.READING,
                        DSL.field(
                                DSL.select(DSL.field("{0} -> -1 ->> 'reading'", String.class, PICTURE_ORDERS.WORDINGS))
                                        .from(PICTURE_ORDERS)
                                        .where(PICTURE_ORDERS.ID.eq(row.getOrderId()))))
                .execute();
    }

    @Override
    public void save(Picture picture) {
        var heading = picture.heading();
        var saved = database.dsl()
                .update(PICTURES)
                .set(PictureRows.row(picture))
                .where(PICTURES.ID.eq(heading.id().value()))
                .and(PICTURES.VERSION.eq(heading.version() - 1))
                .execute();
        refuseStale(saved, picture);
    }

    @Override
    public void delete(Picture picture) {
        var deleted = database.dsl()
                .deleteFrom(PICTURES)
                .where(PICTURES.ID.eq(picture.id().value()))
                .and(PICTURES.VERSION.eq(picture.heading().version()))
                .execute();
        refuseStale(deleted, picture);
    }

    private static void refuseStale(int rows, Picture picture) {
        if (rows == 0) {
            throw new StaleState("Picture " + picture.id().value());
        }
    }

    @Override
    public Optional<Picture> find(PictureId id) {
        return database.dsl()
                .fetchOptional(PICTURES, PICTURES.ID.eq(id.value()))
                .map(PictureRows::picture);
    }

    /** Leaves out what somebody is changing this moment. */
    @Override
    public List<Picture> dropMissing(Instant before, int most) {
        var missing = DSL.select(PICTURES.ID)
                .from(PICTURES)
                .where(PICTURES.STATUS.in(
                        DSL.inline(Picturestatus.refused),
                        DSL.inline(Picturestatus.failed),
                        DSL.inline(Picturestatus.cancelled)))
                .and(PICTURES.ORDERED_AT.lt(Times.at(before)))
                .orderBy(PICTURES.ORDERED_AT)
                .limit(most)
                .forUpdate()
                .skipLocked();
        return database.dsl()
                .deleteFrom(PICTURES)
                .where(PICTURES.ID.in(missing))
                .returning()
                .fetch(PictureRows::picture);
    }

    @Override
    public boolean knows(String requestId) {
        return database.dsl().fetchExists(PICTURES, PICTURES.REQUEST_ID.eq(requestId));
    }

    @Override
    public Optional<String> request(PictureId id) {
        return database.dsl()
                .select(PICTURES.REQUEST_ID)
                .from(PICTURES)
                .where(PICTURES.ID.eq(id.value()))
                .fetchOptional(PICTURES.REQUEST_ID);
    }

    @Override
    public boolean needs(UserId owner, MediaKey folder) {
        var dsl = database.dsl();
        return dsl.fetchExists(PICTURES, PICTURES.USER_ID.eq(owner.value()).and(isIn(folder, PICTURES.PHOTO_KEYS)))
                || dsl.fetchExists(
                        PICTURE_ORDERS,
                        PICTURE_ORDERS
                                .USER_ID
                                .eq(owner.value())
                                .and(PICTURE_ORDERS.STATUS.ne(Pictureorderstatus.placed))
                                .and(isIn(folder, PICTURE_ORDERS.PHOTO_KEYS)));
    }

    private static Condition isIn(MediaKey folder, Field<String[]> photos) {
        return DSL.condition(
                "EXISTS (SELECT FROM unnest({0}) photo WHERE starts_with(photo, {1}))",
                photos, DSL.val(folder.value() + "/"));
    }

    @Override
    public List<Picture> lock(OrderId order) {
        return database.dsl()
                .selectFrom(PICTURES)
                .where(PICTURES.ORDER_ID.eq(order.value()))
                .orderBy(PICTURES.NUMBER)
                .forUpdate()
                .fetch(PictureRows::picture);
    }

    @Override
    public List<Picture> of(OrderId order) {
        return database.dsl()
                .selectFrom(PICTURES)
                .where(PICTURES.ORDER_ID.eq(order.value()))
                .orderBy(PICTURES.NUMBER)
                .fetch(PictureRows::picture);
    }
}
