package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.OUTBOX;
import static app.aisha.adapters.postgres.generated.Tables.USERS;

import app.aisha.bot.delivery.OutboxQueue;
import app.aisha.bot.delivery.Parcel;
import app.aisha.bot.wire.Notices;
import app.aisha.core.account.UserId;
import app.aisha.core.work.Notice;
import app.aisha.core.work.Outbox;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;

/** Notices in the table {@code outbox}: one row per anchor, whose revision counts up with every post. */
public final class PostgresOutbox implements Outbox, OutboxQueue {

    /**
     * The eldest due row of each person who has no row under way. A row that had a send begun and never ended is marked, so
     * that the second send is known to be a possible duplicate.
     */
    private static final String CLAIM = """
        UPDATE outbox SET
            claimed_until = now() + make_interval(secs => ?),
            send_begun = message IS NULL
        FROM (
            SELECT id AS old_id, send_begun AS was_begun FROM outbox
            WHERE id IN (
                SELECT min(id) FILTER (WHERE not_before <= now() AND (last OR edit_not_before <= now())) AS due
                FROM outbox WHERE delivered_revision < revision
                GROUP BY user_id
                HAVING max(claimed_until) <= now()
                ORDER BY due
                LIMIT ?)
            FOR UPDATE SKIP LOCKED) old
        WHERE id = old_id AND claimed_until <= now() AND delivered_revision < revision
        RETURNING id, user_id, notice, revision, message, shown, attempts, was_begun
        """;

    private static final Field<OffsetDateTime> NEVER = DSL.field("'-infinity'::timestamptz", OffsetDateTime.class);

    private final PostgresDatabase database;
    private final Notices notices;
    private final Runnable wake;

    /**
     * Opens the outbox.
     *
     * @param wake called after each commit that posted something
     */
    public PostgresOutbox(PostgresDatabase database, Notices notices, Runnable wake) {
        this.database = database;
        this.notices = notices;
        this.wake = wake;
    }

    /** What is for somebody who left meanwhile is for nobody. */
    @Override
    public void post(Notice notice) {
        var wire = notices.pack(notice);
        database.dsl()
                .insertInto(OUTBOX, OUTBOX.ANCHOR, OUTBOX.USER_ID, OUTBOX.NOTICE, OUTBOX.LAST)
                .select(DSL.select(DSL.val(notice.anchor()), USERS.ID, DSL.val(wire), DSL.val(notice.last()))
                        .from(USERS)
                        .where(USERS.ID.eq(notice.recipient().value()))
                        .forKeyShare())
                .onConflict(OUTBOX.ANCHOR)
                .doUpdate()
                .set(OUTBOX.NOTICE, wire)
                .set(OUTBOX.LAST, notice.last())
                .set(OUTBOX.REVISION, OUTBOX.REVISION.plus(1))
                .where(OUTBOX.LAST.isFalse())
                .execute();
        PostgresDatabase.afterCommit(wake);
    }

    @Override
    public List<Parcel> claim(int most, Duration lease) {
        return database.call(() -> database.dsl()
                .resultQuery(CLAIM, (double) lease.toSeconds(), most)
                .fetch(this::parcel));
    }

    private Parcel parcel(Record row) {
        var message = row.get(OUTBOX.MESSAGE);
        return new Parcel(
                row.get(OUTBOX.ID),
                new UserId(row.get(OUTBOX.USER_ID)),
                notices.unpack(row.get(OUTBOX.NOTICE)),
                row.get(OUTBOX.REVISION),
                message == null ? OptionalLong.empty() : OptionalLong.of(message),
                Optional.ofNullable(row.get(OUTBOX.SHOWN)),
                new Parcel.Attempts(row.get(OUTBOX.ATTEMPTS), row.get("was_begun", Boolean.class)));
    }

    @Override
    public Set<Long> prolong(Collection<Long> parcels, Duration lease) {
        return database.dsl()
                .update(OUTBOX)
                .set(OUTBOX.CLAIMED_UNTIL, in(lease))
                .where(OUTBOX.ID.in(parcels))
                .and(OUTBOX.CLAIMED_UNTIL.gt(DSL.currentOffsetDateTime()))
                .returning(OUTBOX.ID)
                .fetchSet(OUTBOX.ID);
    }

    @Override
    public void delivered(Parcel parcel, long message, String shown, Duration editNotBefore) {
        database.dsl()
                .update(OUTBOX)
                .set(OUTBOX.DELIVERED_REVISION, parcel.revision())
                .set(OUTBOX.MESSAGE, message)
                .set(OUTBOX.SHOWN, shown)
                .set(OUTBOX.ATTEMPTS, 0)
                .set(OUTBOX.SEND_BEGUN, false)
                .set(OUTBOX.EDIT_NOT_BEFORE, in(editNotBefore))
                .set(OUTBOX.CLAIMED_UNTIL, NEVER)
                .where(OUTBOX.ID.eq(parcel.id()))
                .and(OUTBOX.DELIVERED_REVISION.lt(parcel.revision()))
                .execute();
    }

    @Override
    public void dropped(Parcel parcel) {
        database.dsl()
                .update(OUTBOX)
                .set(OUTBOX.DELIVERED_REVISION, parcel.revision())
                .set(OUTBOX.SEND_BEGUN, false)
                .set(OUTBOX.CLAIMED_UNTIL, NEVER)
                .where(OUTBOX.ID.eq(parcel.id()))
                .and(OUTBOX.DELIVERED_REVISION.lt(parcel.revision()))
                .execute();
    }

    @Override
    public void paused(Parcel parcel, Duration pause) {
        database.dsl()
                .update(OUTBOX)
                .set(OUTBOX.NOT_BEFORE, in(pause))
                .set(
                        OUTBOX.SEND_BEGUN,
                        DSL.when(OUTBOX.ID.eq(parcel.id()), false).otherwise(OUTBOX.SEND_BEGUN))
                .set(
                        OUTBOX.CLAIMED_UNTIL,
                        DSL.when(OUTBOX.ID.eq(parcel.id()), NEVER).otherwise(OUTBOX.CLAIMED_UNTIL))
                .where(OUTBOX.USER_ID.eq(parcel.recipient().value()))
                .and(OUTBOX.DELIVERED_REVISION.lt(OUTBOX.REVISION))
                .execute();
    }

    @Override
    public void failed(Parcel parcel, Duration pause) {
        database.dsl()
                .update(OUTBOX)
                .set(OUTBOX.NOT_BEFORE, in(pause))
                .set(OUTBOX.ATTEMPTS, OUTBOX.ATTEMPTS.plus(1))
                .set(OUTBOX.CLAIMED_UNTIL, NEVER)
                .where(OUTBOX.ID.eq(parcel.id()))
                .and(OUTBOX.DELIVERED_REVISION.lt(parcel.revision()))
                .execute();
    }

    @Override
    public void unreachable(UserId recipient) {
        database.dsl()
                .update(OUTBOX)
                .set(OUTBOX.DELIVERED_REVISION, OUTBOX.REVISION)
                .set(OUTBOX.SEND_BEGUN, false)
                .set(OUTBOX.CLAIMED_UNTIL, NEVER)
                .where(OUTBOX.USER_ID.eq(recipient.value()))
                .and(OUTBOX.DELIVERED_REVISION.lt(OUTBOX.REVISION))
                .execute();
    }

    /** Forgets what was delivered long ago; its messages stay in the chats. */
    public int forgetPostedBefore(OffsetDateTime moment) {
        return database.dsl()
                .deleteFrom(OUTBOX)
                .where(OUTBOX.POSTED_AT.lt(moment))
                .and(OUTBOX.DELIVERED_REVISION.eq(OUTBOX.REVISION))
                .execute();
    }

    private static Field<OffsetDateTime> in(Duration pause) {
        return DSL.currentOffsetDateTime().add(DayToSecond.valueOf(pause));
    }
}
