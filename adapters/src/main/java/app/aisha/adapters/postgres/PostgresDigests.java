package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.TRANSCRIPT_DIGESTS;

import app.aisha.adapters.postgres.generated.enums.Digeststate;
import app.aisha.core.digest.Digest;
import app.aisha.core.digest.DigestId;
import app.aisha.core.digest.Digests;
import app.aisha.core.digest.Request;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.work.StaleState;
import java.util.Optional;

/** Digests in the table {@code transcript_digests}. */
public final class PostgresDigests implements Digests {

    private final PostgresDatabase database;

    public PostgresDigests(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public boolean add(Digest.Asked digest) {
        return database.dsl()
                        .insertInto(TRANSCRIPT_DIGESTS)
                        .set(DigestRows.row(digest))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    @Override
    public void save(Digest digest) {
        var saved = database.dsl()
                .update(TRANSCRIPT_DIGESTS)
                .set(DigestRows.row(digest))
                .where(TRANSCRIPT_DIGESTS.ID.eq(digest.id().value()))
                .and(TRANSCRIPT_DIGESTS.VERSION.eq(digest.heading().version() - 1))
                .execute();
        if (saved == 0) {
            throw new StaleState("Digest " + digest.id().value());
        }
    }

    @Override
    public Optional<Digest> find(DigestId id) {
        return database.dsl()
                .fetchOptional(TRANSCRIPT_DIGESTS, TRANSCRIPT_DIGESTS.ID.eq(id.value()))
                .map(DigestRows::digest);
    }

    @Override
    public Optional<Digest> newest(TranscriptId transcript, Request request) {
        return database.dsl()
                .selectFrom(TRANSCRIPT_DIGESTS)
                .where(TRANSCRIPT_DIGESTS.TRANSCRIPT_ID.eq(transcript.value()))
                .and(DigestRows.asks(request))
                .and(TRANSCRIPT_DIGESTS.STATE.in(Digeststate.asked, Digeststate.ready))
                .orderBy(TRANSCRIPT_DIGESTS.ID.desc())
                .limit(1)
                .fetchOptional()
                .map(DigestRows::digest);
    }
}
