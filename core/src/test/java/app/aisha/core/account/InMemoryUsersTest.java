package app.aisha.core.account;

import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;

class InMemoryUsersTest implements UsersContract {

    private final Users users = new InMemoryUsers(new TimeOrderedIds(InstantSource.system()), ZoneId.of("UTC"));

    @Override
    public Users users() {
        return users;
    }
}
