package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.QUARANTINED_UPDATES;
import static app.aisha.adapters.postgres.generated.Tables.TELEGRAM_UPDATES;

import app.aisha.bot.intake.Inbox;
import app.aisha.bot.intake.RawUpdate;
import app.aisha.bot.intake.Reading;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Updates in the tables {@code telegram_updates} and {@code quarantined_updates}. */
public final class PostgresInbox implements Inbox {

    private final PostgresDatabase database;

    public PostgresInbox(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public Set<Long> keep(List<RawUpdate> updates, List<Reading.Malformed> malformed) {
        return database.call(() -> {
            malformed.forEach(bad -> putAside(null, bad.json(), bad.reason(), null));
            return updates.isEmpty() ? Set.of() : insert(updates);
        });
    }

    private Set<Long> insert(List<RawUpdate> updates) {
        var rows = updates.stream()
                .map(update -> DSL.row(update.id(), update.json()))
                .toList();
        var ids = database.dsl()
                .insertInto(TELEGRAM_UPDATES, TELEGRAM_UPDATES.UPDATE_ID, TELEGRAM_UPDATES.JSON)
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
    public List<RawUpdate> open() {
        return database.dsl()
                .selectFrom(TELEGRAM_UPDATES)
                .where(TELEGRAM_UPDATES.DONE_AT.isNull())
                .orderBy(TELEGRAM_UPDATES.UPDATE_ID)
                .fetch(row -> new RawUpdate(row.getUpdateId(), row.getJson()));
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
