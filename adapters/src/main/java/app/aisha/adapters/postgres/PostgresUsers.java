package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.USERS;

import app.aisha.adapters.postgres.generated.tables.records.MarksRecord;
import app.aisha.adapters.postgres.generated.tables.records.UsersRecord;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.KnownPerson;
import app.aisha.core.account.Language;
import app.aisha.core.account.Preferences;
import app.aisha.core.account.User;
import app.aisha.core.account.UserId;
import app.aisha.core.account.Users;
import app.aisha.core.work.TimeOrderedIds;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** People in the table {@code users}. */
public final class PostgresUsers implements Users {

    private final PostgresDatabase database;
    private final TimeOrderedIds ids;
    private final ZoneId zoneOfNewcomers;
    private final Marks marks;

    public PostgresUsers(PostgresDatabase database, TimeOrderedIds ids, ZoneId zoneOfNewcomers) {
        this.database = database;
        this.ids = ids;
        this.zoneOfNewcomers = zoneOfNewcomers;
        this.marks = new Marks(database);
    }

    @Override
    public User welcome(ChatId chat, String name, Optional<String> username, Language language) {
        var known = row(chat);
        if (known.isEmpty()) {
            add(chat, name, username, language);
        } else if (isCalled(known.get(), name, username)) {
            return UserRows.user(known.get());
        } else {
            database.dsl()
                    .update(USERS)
                    .set(USERS.NAME, name)
                    .set(USERS.USERNAME, username.orElse(null))
                    .where(USERS.CHAT_ID.eq(chat.value()))
                    .execute();
        }
        return at(chat).orElseThrow();
    }

    private void add(ChatId chat, String name, Optional<String> username, Language language) {
        var id = ids.next();
        var mark = marks.find(chat);
        database.run(() -> {
            var added = database.dsl()
                    .insertInto(USERS)
                    .set(USERS.ID, id)
                    .set(USERS.CHAT_ID, chat.value())
                    .set(USERS.NAME, name)
                    .set(USERS.USERNAME, username.orElse(null))
                    .set(USERS.LANGUAGE, language.name())
                    .set(USERS.ZONE, zoneOfNewcomers.getId())
                    .set(USERS.CAME_BACK, mark.filter(MarksRecord::getHadGift).isPresent())
                    .onConflict(USERS.CHAT_ID)
                    .doNothing()
                    .execute();
            if (added == 1) {
                mark.ifPresent(it -> marks.bringBackPromoUses(it, id));
            }
        });
    }

    private static boolean isCalled(UsersRecord row, String name, Optional<String> username) {
        return row.getName().equals(name)
                && Optional.ofNullable(row.getUsername()).equals(username);
    }

    @Override
    public Optional<User> find(UserId id) {
        return database.dsl().fetchOptional(USERS, USERS.ID.eq(id.value())).map(UserRows::user);
    }

    @Override
    public Optional<User> at(ChatId chat) {
        return row(chat).map(UserRows::user);
    }

    private Optional<UsersRecord> row(ChatId chat) {
        return database.dsl().fetchOptional(USERS, USERS.CHAT_ID.eq(chat.value()));
    }

    @Override
    public List<KnownPerson> search(String words, int most) {
        var sought = words.replace("\0", "").strip();
        if (sought.isEmpty()) {
            return List.of();
        }
        var exact = newest(isExactly(sought), most);
        return exact.isEmpty() ? newest(USERS.NAME.containsIgnoreCase(sought), most) : exact;
    }

    private static Condition isExactly(String sought) {
        var username = sought.replaceFirst("^@", "").toLowerCase(Locale.ROOT);
        var called = DSL.lower(USERS.USERNAME).eq(username);
        return sought.matches("-?\\d{1,18}") ? called.or(USERS.CHAT_ID.eq(Long.valueOf(sought))) : called;
    }

    private List<KnownPerson> newest(Condition fit, int most) {
        return database.dsl()
                .selectFrom(USERS)
                .where(fit)
                .orderBy(USERS.ID.desc())
                .limit(most)
                .fetch(UserRows::knownPerson);
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
    public void moveTo(UserId id, ZoneId zone) {
        database.dsl()
                .update(USERS)
                .set(USERS.ZONE, zone.getId())
                .where(USERS.ID.eq(id.value()))
                .execute();
    }

    @Override
    public void prefer(UserId id, Preferences preferences) {
        database.dsl()
                .update(USERS)
                .set(UserRows.row(preferences))
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
}
