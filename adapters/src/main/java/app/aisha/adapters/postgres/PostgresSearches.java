package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.TRANSCRIPT_SEARCHES;
import static app.aisha.adapters.postgres.generated.Tables.USERS;

import app.aisha.core.account.UserId;
import app.aisha.core.transcript.SearchNumber;
import app.aisha.core.transcript.Searches;
import java.util.Optional;
import org.jooq.impl.DSL;

/** What people looked for, in the table {@code transcript_searches}. */
public final class PostgresSearches implements Searches {

    private final PostgresDatabase database;

    public PostgresSearches(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public SearchNumber keep(UserId owner, String words) {
        return database.call(() -> {
            database.dsl()
                    .select(USERS.ID)
                    .from(USERS)
                    .where(USERS.ID.eq(owner.value()))
                    .forUpdate()
                    .execute();
            var number = latest(owner) + 1;
            database.dsl()
                    .insertInto(TRANSCRIPT_SEARCHES)
                    .set(TRANSCRIPT_SEARCHES.USER_ID, owner.value())
                    .set(TRANSCRIPT_SEARCHES.NUMBER, number)
                    .set(TRANSCRIPT_SEARCHES.WORDS, words)
                    .execute();
            database.dsl()
                    .deleteFrom(TRANSCRIPT_SEARCHES)
                    .where(TRANSCRIPT_SEARCHES.USER_ID.eq(owner.value()))
                    .and(TRANSCRIPT_SEARCHES.NUMBER.le(number - KEPT))
                    .execute();
            return new SearchNumber(number);
        });
    }

    private int latest(UserId owner) {
        var latest = database.dsl()
                .select(DSL.max(TRANSCRIPT_SEARCHES.NUMBER))
                .from(TRANSCRIPT_SEARCHES)
                .where(TRANSCRIPT_SEARCHES.USER_ID.eq(owner.value()))
                .fetchSingle()
                .value1();
        return latest == null ? 0 : latest;
    }

    @Override
    public Optional<String> find(UserId owner, SearchNumber number) {
        return database.dsl()
                .select(TRANSCRIPT_SEARCHES.WORDS)
                .from(TRANSCRIPT_SEARCHES)
                .where(TRANSCRIPT_SEARCHES.USER_ID.eq(owner.value()))
                .and(TRANSCRIPT_SEARCHES.NUMBER.eq(number.value()))
                .fetchOptional(TRANSCRIPT_SEARCHES.WORDS);
    }
}
