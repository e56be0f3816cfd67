package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.QUARANTINED_UPDATES;
import static app.aisha.adapters.postgres.generated.Tables.TELEGRAM_UPDATES;

import app.aisha.bot.intake.Inbox;
import app.aisha.bot.intake.RawUpdate;
import app.aisha.bot.intake.Reading;
import app.aisha.core.account.ChatId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Row4;
import org.jooq.impl.DSL;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;

/** Updates in the tables {@code telegram_updates} and {@code quarantined_updates}. */
public final class PostgresInbox implements Inbox {

    private static final int CHATS_AT_ONCE = 5_000;

    private static final Field<OffsetDateTime> NOT_YET = DSL.castNull(TELEGRAM_UPDATES.DONE_AT);

    /** The chat of an update that is not to be handled. */
    private static final ChatId NOBODY = new ChatId(0);

    private final PostgresDatabase database;

    public PostgresInbox(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public Set<Long> keep(List<? extends Reading> readings) {
        return database.call(() -> {
            var rows = new ArrayList<Row4<Long, String, Long, OffsetDateTime>>();
            for (var reading : readings) {
                switch (reading) {
                    case Reading.Understood(var update, var incoming) ->
                        rows.add(row(update, incoming.sender().chat(), NOT_YET));
                    case Reading.OfNoInterest(var update) -> rows.add(row(update, NOBODY, DSL.currentOffsetDateTime()));
                    case Reading.Malformed(var json, var reason) -> putAside(null, json, reason, null);
                    case Reading.PreCheckout _ -> {}
                }
            }
            return rows.isEmpty() ? Set.of() : insert(rows);
        });
    }

    private static Row4<Long, String, Long, OffsetDateTime> row(
            RawUpdate update, ChatId chat, Field<OffsetDateTime> done) {
        return DSL.row(DSL.val(update.id()), DSL.val(update.json()), DSL.val(chat.value()), done);
    }

    private Set<Long> insert(List<Row4<Long, String, Long, OffsetDateTime>> rows) {
        var ids = database.dsl()
                .insertInto(
                        TELEGRAM_UPDATES,
                        TELEGRAM_UPDATES.UPDATE_ID,
                        TELEGRAM_UPDATES.JSON,
                        TELEGRAM_UPDATES.CHAT,
                        TELEGRAM_UPDATES.DONE_AT)
                .valuesOfRows(rows)
                .onConflictDoNothing()
                .returning(TELEGRAM_UPDATES.UPDATE_ID)
                .fetch(TELEGRAM_UPDATES.UPDATE_ID);
        return new HashSet<>(ids);
    }

    @Override
    public void done(Collection<Long> ids) {
        database.dsl()
                .update(TELEGRAM_UPDATES)
                .set(TELEGRAM_UPDATES.DONE_AT, DSL.currentOffsetDateTime())
                .where(TELEGRAM_UPDATES.UPDATE_ID.in(ids))
                .execute();
    }

    @Override
    public void quarantine(RawUpdate update, String reason, String incident) {
        database.run(() -> {
            putAside(update.id(), update.json(), reason, incident);
            done(List.of(update.id()));
        });
    }

    private void putAside(@Nullable Long id, String json, String reason, @Nullable String incident) {
        var body = json.getBytes(StandardCharsets.UTF_8);
        database.dsl()
                .insertInto(QUARANTINED_UPDATES)
                .set(QUARANTINED_UPDATES.FINGERPRINT, fingerprint(body))
                .set(QUARANTINED_UPDATES.UPDATE_ID, id)
                .set(QUARANTINED_UPDATES.BODY, body)
                .set(QUARANTINED_UPDATES.REASON, reason)
                .set(QUARANTINED_UPDATES.INCIDENT, incident)
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public List<RawUpdate> open(ChatId chat, int most) {
        return database.dsl()
                .selectFrom(TELEGRAM_UPDATES)
                .where(TELEGRAM_UPDATES.CHAT.eq(chat.value()))
                .and(TELEGRAM_UPDATES.DONE_AT.isNull())
                .orderBy(TELEGRAM_UPDATES.UPDATE_ID)
                .limit(most)
                .fetch(row -> new RawUpdate(row.getUpdateId(), row.getJson()));
    }

    @Override
    public Set<ChatId> waiting(Duration age) {
        return new LinkedHashSet<>(database.dsl()
                .select(TELEGRAM_UPDATES.CHAT)
                .from(TELEGRAM_UPDATES)
                .where(TELEGRAM_UPDATES.DONE_AT.isNull())
                .and(TELEGRAM_UPDATES.RECEIVED_AT.le(DSL.currentOffsetDateTime().sub(DayToSecond.valueOf(age))))
                .groupBy(TELEGRAM_UPDATES.CHAT)
                .orderBy(DSL.min(TELEGRAM_UPDATES.UPDATE_ID))
                .limit(CHATS_AT_ONCE)
                .fetch(row -> new ChatId(row.value1())));
    }

    /** Forgets what was done long enough ago that Telegram cannot deliver it again. */
    public int forgetDoneBefore(OffsetDateTime moment) {
        return database.dsl()
                .deleteFrom(TELEGRAM_UPDATES)
                .where(TELEGRAM_UPDATES.DONE_AT.lt(moment))
                .execute();
    }

    /** Forgets what was put aside so long ago that nobody will look into it any more. */
    public int forgetQuarantinedBefore(OffsetDateTime moment) {
        return database.dsl()
                .deleteFrom(QUARANTINED_UPDATES)
                .where(QUARANTINED_UPDATES.RECEIVED_AT.lt(moment))
                .execute();
    }

    private static byte[] fingerprint(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
