package app.aisha.adapters.postgres;

import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.transcript.Searches;
import app.aisha.core.transcript.SearchesContract;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

class PostgresSearchesTest implements SearchesContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    private final PostgresUsers users =
            new PostgresUsers(DATABASE, new TimeOrderedIds(InstantSource.system()), ZoneId.of("UTC"));

    @Override
    public Searches searches() {
        return new PostgresSearches(DATABASE);
    }

    @Override
    public UserId someone() {
        return users.welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
                .id();
    }
}
