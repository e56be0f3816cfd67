package app.aisha.adapters.postgres;

import app.aisha.core.account.Users;
import app.aisha.core.account.UsersContract;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;

class PostgresUsersTest implements UsersContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    @Override
    public Users users() {
        return new PostgresUsers(DATABASE, new TimeOrderedIds(InstantSource.system()), ZoneId.of("UTC"));
    }
}
