package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.USER_TRANSCRIPTS;

import app.aisha.adapters.postgres.generated.enums.Transcriptstatus;
import app.aisha.core.account.UserId;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.work.StaleState;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Transcripts in the table {@code user_transcripts}. */
public final class PostgresTranscripts implements Transcripts {

    private final PostgresDatabase database;

    public PostgresTranscripts(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public boolean add(Transcript.Queued transcript) {
        return database.dsl()
                        .insertInto(USER_TRANSCRIPTS)
                        .set(TranscriptRows.row(transcript))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public void save(Transcript transcript) {
        var saved = database.dsl()
                .update(USER_TRANSCRIPTS)
                .set(TranscriptRows.row(transcript))
                .where(USER_TRANSCRIPTS.ID.eq(transcript.id().value()))
                .and(USER_TRANSCRIPTS.VERSION.eq(transcript.heading().version() - 1))
                .execute();
        if (saved == 0) {
            throw new StaleState("Transcript " + transcript.id().value());
        }
    }

    @Override
    public void delete(Transcript transcript) {
        var deleted = database.dsl()
                .deleteFrom(USER_TRANSCRIPTS)
                .where(USER_TRANSCRIPTS.ID.eq(transcript.id().value()))
                .and(USER_TRANSCRIPTS.VERSION.eq(transcript.heading().version()))
                .execute();
        if (deleted == 0) {
            throw new StaleState("Transcript " + transcript.id().value());
        }
    }

    @Override
    public Optional<Transcript> find(TranscriptId id) {
        return only(USER_TRANSCRIPTS.ID.eq(id.value()));
    }

    @Override
    public Optional<Transcript> of(UserId owner, long message) {
        return only(madeOf(owner, message).and(USER_TRANSCRIPTS.SOURCE_KEY.isNull()));
    }

    @Override
    public Optional<Transcript> again(UserId owner, long message, String language) {
        return only(madeOf(owner, message)
                .and(USER_TRANSCRIPTS.SOURCE_KEY.isNotNull())
                .and(USER_TRANSCRIPTS.ASKED_LANGUAGE.eq(language)));
    }

    private static Condition madeOf(UserId owner, long message) {
        return USER_TRANSCRIPTS.USER_ID.eq(owner.value()).and(USER_TRANSCRIPTS.MESSAGE.eq(message));
    }

    @Override
    public Page page(UserId owner, Optional<TranscriptId> from, int size) {
        var own = USER_TRANSCRIPTS.USER_ID.eq(owner.value());
        var start = from.map(id -> USER_TRANSCRIPTS.ID.le(id.value())).orElse(DSL.noCondition());
        var items = database.dsl()
                .selectFrom(USER_TRANSCRIPTS)
                .where(own.and(start))
                .orderBy(USER_TRANSCRIPTS.ID.desc())
                .limit(size + 1)
                .fetch(TranscriptRows::transcript);
        var older = items.size() > size ? Optional.of(items.get(size).id()) : Optional.<TranscriptId>empty();
        return new Page(
                items.subList(0, Math.min(size, items.size())),
                from.flatMap(id -> startOfNewerPage(own, id, size)),
                older);
    }

    private Optional<TranscriptId> startOfNewerPage(Condition own, TranscriptId from, int size) {
        var newer = database.dsl()
                .select(USER_TRANSCRIPTS.ID)
                .from(USER_TRANSCRIPTS)
                .where(own.and(USER_TRANSCRIPTS.ID.gt(from.value())))
                .orderBy(USER_TRANSCRIPTS.ID.asc())
                .limit(size)
                .fetch(USER_TRANSCRIPTS.ID);
        return newer.isEmpty() ? Optional.empty() : Optional.of(new TranscriptId(newer.getLast()));
    }

    @Override
    public int queuedBefore(TranscriptId id) {
        return database.dsl()
                .fetchCount(
                        USER_TRANSCRIPTS,
                        USER_TRANSCRIPTS.STATUS.eq(Transcriptstatus.queued).and(USER_TRANSCRIPTS.ID.lt(id.value())));
    }

    @Override
    public int count(UserId owner) {
        return database.dsl().fetchCount(USER_TRANSCRIPTS, USER_TRANSCRIPTS.USER_ID.eq(owner.value()));
    }

    private Optional<Transcript> only(Condition condition) {
        return database.dsl().fetchOptional(USER_TRANSCRIPTS, condition).map(TranscriptRows::transcript);
    }
}
