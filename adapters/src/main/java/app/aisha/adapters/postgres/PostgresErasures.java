package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.ERASURES;
import static app.aisha.adapters.postgres.generated.Tables.ERASURE_TRACES;
import static app.aisha.adapters.postgres.generated.Tables.ERASURE_WORK;

import app.aisha.adapters.postgres.generated.tables.records.ErasureTracesRecord;
import app.aisha.adapters.postgres.generated.tables.records.ErasuresRecord;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.privacy.Belongings;
import app.aisha.core.privacy.Erasure;
import app.aisha.core.privacy.Erasure.Addressee;
import app.aisha.core.privacy.ErasureId;
import app.aisha.core.privacy.Erasures;
import app.aisha.core.privacy.Trace;
import app.aisha.core.privacy.Trace.Fate;
import app.aisha.core.wallet.Credits;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.impl.DSL;

/** Those who left, in the tables {@code erasures}, {@code erasure_traces} and {@code erasure_work}. */
public final class PostgresErasures implements Erasures {

    /** Of those that are done, and of those that name no chat, the JSON tells whose they are. */
    private static final String THEIRS = """
         (chat = chat_id
            OR chat = 0 AND position(chat_id::text IN json) > 0 AND is_done_by(chat_id, json))
        """;

    /** In one statement, so that none is put aside in between. A payment that was not handled is all that tells of it. */
    private static final String FORGET = """
        WITH leaving AS (SELECT chat_id, messages_until FROM erasures WHERE id = ?),
        done AS (
            DELETE FROM telegram_updates USING leaving
            WHERE done_at IS NOT NULL AND received_at <= messages_until AND %s
            RETURNING update_id)
        DELETE FROM quarantined_updates USING leaving
        WHERE encode(body, 'escape') !~ '"successful_payment"\\s*:'
            AND (update_id IN (SELECT update_id FROM done)
                OR received_at <= messages_until
                    AND encode(body, 'escape') ~ ('"?id"?\\s*:\\s*' || chat_id || '\\M'))
        """.formatted(THEIRS);

    private static final String OPEN = """
        SELECT EXISTS (
            SELECT 1 FROM telegram_updates JOIN erasures ON erasures.id = ?
            WHERE done_at IS NULL AND chat IN (0, chat_id) AND received_at <= messages_until AND %s)
        """.formatted(THEIRS);

    private static final String DROP_IDLE = """
        DELETE FROM scheduled_tasks USING erasure_work
        WHERE erasure_id = ? AND subject = task_instance AND NOT picked
        """;

    private static final String AT_WORK = """
        SELECT EXISTS (
            SELECT 1 FROM scheduled_tasks JOIN erasure_work ON subject = task_instance WHERE erasure_id = ?)
        """;

    private final PostgresDatabase database;
    private final Marks marks;

    public PostgresErasures(PostgresDatabase database) {
        this.database = database;
        this.marks = new Marks(database);
    }

    @Override
    public void begin(Erasure erasure, Collection<String> work) {
        var row = new ErasuresRecord();
        row.setId(erasure.id().value());
        row.setErasedAt(erasure.at().atOffset(ZoneOffset.UTC));
        row.setUserId(erasure.person().map(UserId::value).orElse(null));
        row.setChatId(erasure.addressee().chat().value());
        row.setLanguage(erasure.addressee().language().name());
        row.setRecordings(erasure.gone().recordings());
        row.setDocuments(erasure.gone().documents());
        row.setAvatars(erasure.gone().avatars());
        row.setPhotos(erasure.gone().photos());
        row.setPictures(erasure.gone().pictures());
        row.setCredits(erasure.gone().credits().amount());
        row.setStars(erasure.gone().stars());
        database.run(() -> {
            database.dsl().insertInto(ERASURES).set(row).execute();
            marks.keep(erasure.addressee().chat(), row.getUserId());
            erasure.traces().forEach(trace -> keep(erasure.id(), trace));
            work.forEach(subject -> database.dsl()
                    .insertInto(ERASURE_WORK, ERASURE_WORK.ERASURE_ID, ERASURE_WORK.SUBJECT)
                    .values(erasure.id().value(), subject)
                    .execute());
        });
    }

    private void keep(ErasureId erasure, Trace trace) {
        var row = new ErasureTracesRecord();
        row.setErasureId(erasure.value());
        row.setNumber(trace.number());
        row.setService(trace.service().name());
        row.setRequestId(trace.request().orElse(null));
        row.setCancelUrl(trace.cancel().map(URI::toString).orElse(null));
        row.setFate(trace.fate().name());
        database.dsl().insertInto(ERASURE_TRACES).set(row).execute();
    }

    @Override
    public Optional<Erasure> find(ErasureId id) {
        return database.dsl()
                .fetchOptional(ERASURES, ERASURES.ID.eq(id.value()))
                .map(row -> erasure(row, traces(id)));
    }

    private List<Trace> traces(ErasureId id) {
        return database.dsl()
                .selectFrom(ERASURE_TRACES)
                .where(ERASURE_TRACES.ERASURE_ID.eq(id.value()))
                .orderBy(ERASURE_TRACES.NUMBER)
                .fetch(row -> new Trace(
                        row.getNumber(),
                        Trace.Service.valueOf(row.getService()),
                        Optional.ofNullable(row.getRequestId()),
                        Optional.ofNullable(row.getCancelUrl()).map(URI::create),
                        Fate.valueOf(row.getFate())));
    }

    private static Erasure erasure(ErasuresRecord row, List<Trace> traces) {
        return new Erasure(
                new ErasureId(row.getId()),
                row.getErasedAt().toInstant(),
                Optional.ofNullable(row.getUserId()).map(UserId::new),
                new Addressee(new ChatId(row.getChatId()), Language.valueOf(row.getLanguage())),
                new Belongings(
                        row.getRecordings(),
                        row.getDocuments(),
                        row.getAvatars(),
                        row.getPhotos(),
                        row.getPictures(),
                        new Credits(row.getCredits()),
                        row.getStars()),
                traces);
    }

    @Override
    public List<ErasureId> open(int most) {
        return database.dsl()
                .select(ERASURES.ID)
                .from(ERASURES)
                .orderBy(ERASURES.ERASED_AT)
                .limit(most)
                .fetch(row -> new ErasureId(row.value1()));
    }

    @Override
    public boolean endWork(ErasureId id) {
        database.dsl().execute(DROP_IDLE, id.value());
        return !isSo(AT_WORK, id);
    }

    @Override
    public Instant askedSince(ErasureId id, Instant now) {
        var since = DSL.coalesce(ERASURES.ASKED_AT, DSL.val(now.atOffset(ZoneOffset.UTC)));
        return database.dsl()
                .update(ERASURES)
                .set(ERASURES.ASKED_AT, since)
                .where(ERASURES.ID.eq(id.value()))
                .returning(ERASURES.ASKED_AT)
                .fetchOptional(ERASURES.ASKED_AT)
                .map(OffsetDateTime::toInstant)
                .orElse(now);
    }

    @Override
    public boolean forgetMessages(ErasureId id) {
        database.dsl().execute(FORGET, id.value());
        return !isSo(OPEN, id);
    }

    private boolean isSo(String question, ErasureId id) {
        return Boolean.TRUE.equals(
                database.dsl().resultQuery(question, id.value()).fetchSingle().get(0, Boolean.class));
    }

    @Override
    public void settle(ErasureId id, Trace trace, Fate fate) {
        database.dsl()
                .update(ERASURE_TRACES)
                .set(ERASURE_TRACES.FATE, fate.name())
                .where(ERASURE_TRACES.ERASURE_ID.eq(id.value()))
                .and(ERASURE_TRACES.NUMBER.eq(trace.number()))
                .execute();
    }

    @Override
    public void cleared(ErasureId id) {
        database.dsl()
                .update(ERASURES)
                .setNull(ERASURES.USER_ID)
                .where(ERASURES.ID.eq(id.value()))
                .execute();
    }

    @Override
    public void told(ErasureId id) {
        database.dsl().deleteFrom(ERASURES).where(ERASURES.ID.eq(id.value())).execute();
    }
}
