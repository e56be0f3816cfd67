package app.aisha.adapters.postgres;

import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.account.UsersContract;
import app.aisha.core.avatar.AvatarPhotos;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.avatar.AvatarsContract;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

class PostgresAvatarsTest implements AvatarsContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    private final PostgresUsers users =
            new PostgresUsers(DATABASE, new TimeOrderedIds(InstantSource.system()), ZoneId.of("UTC"));

    @Override
    public Avatars avatars() {
        return new PostgresAvatars(DATABASE);
    }

    @Override
    public AvatarPhotos photos() {
        return new PostgresAvatarPhotos(DATABASE);
    }

    @Override
    public UserId someone() {
        return users.welcome(UsersContract.someChat(), "Somebody", Optional.empty(), Language.RU)
                .id();
    }
}
