package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.USERS;

import app.aisha.adapters.postgres.generated.tables.records.UsersRecord;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;
import app.aisha.core.work.TimeOrderedIds;
import java.time.ZoneId;
import java.util.Optional;

/** People in the table {@code users}. */
public final class PostgresUsers implements Users {

    private final PostgresDatabase database;
    private final TimeOrderedIds ids;
    private final ZoneId zoneOfNewcomers;

    public PostgresUsers(PostgresDatabase database, TimeOrderedIds ids, ZoneId zoneOfNewcomers) {
        this.database = database;
        this.ids = ids;
        this.zoneOfNewcomers = zoneOfNewcomers;
    }

    @Override
    public User welcome(ChatId chat, String name, Language language) {
        return at(chat).orElseGet(() -> {
            database.dsl()
                    .insertInto(USERS, USERS.ID, USERS.CHAT_ID, USERS.NAME, USERS.LANGUAGE, USERS.ZONE)
                    .values(ids.next(), chat.value(), name, language.name(), zoneOfNewcomers.getId())
                    .onConflict(USERS.CHAT_ID)
                    .doNothing()
                    .execute();
            return at(chat).orElseThrow();
        });
    }

    @Override
    public Optional<User> find(UserId id) {
        return database.dsl().fetchOptional(USERS, USERS.ID.eq(id.value())).map(PostgresUsers::user);
    }

    @Override
    public Optional<User> at(ChatId chat) {
        return database.dsl()
                .fetchOptional(USERS, USERS.CHAT_ID.eq(chat.value()))
                .map(PostgresUsers::user);
    }

    @Override
    public void speak(UserId id, Language language) {
        database.dsl()
                .update(USERS)
                .set(USERS.LANGUAGE, language.name())
                .where(USERS.ID.eq(id.value()))
                .execute();
    }

    @Override
    public void setReachable(ChatId chat, boolean reachable) {
        database.dsl()
                .update(USERS)
                .set(USERS.REACHABLE, reachable)
                .where(USERS.CHAT_ID.eq(chat.value()))
                .execute();
    }

    private static User user(UsersRecord row) {
        return new User(
                new UserId(row.getId()),
                new ChatId(row.getChatId()),
                row.getName(),
                Language.valueOf(row.getLanguage()),
                ZoneId.of(row.getZone()),
                row.getReachable());
    }
}
