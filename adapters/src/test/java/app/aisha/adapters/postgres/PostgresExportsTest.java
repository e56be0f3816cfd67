package app.aisha.adapters.postgres;

import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.privacy.Exports;
import app.aisha.core.privacy.ExportsContract;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

class PostgresExportsTest implements ExportsContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    @Override
    public Exports exports() {
        return new PostgresExports(DATABASE);
    }

    @Override
    public UserId someone() {
        return new PostgresUsers(DATABASE, new TimeOrderedIds(InstantSource.system()), ZoneId.of("UTC"))
                .welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
                .id();
    }
}
