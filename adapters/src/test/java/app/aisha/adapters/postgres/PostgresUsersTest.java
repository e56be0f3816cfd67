package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.account.Users;
import app.aisha.core.account.UsersContract;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class PostgresUsersTest implements UsersContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    @Override
    public Users users() {
        return new PostgresUsers(DATABASE, new TimeOrderedIds(InstantSource.system()), ZoneId.of("UTC"));
    }

    @Test
    void whoIsCalledTheSameAsBeforeIsNotWrittenAgain() {
        var chat = UsersContract.someChat();
        users().welcome(chat, "Anna", Optional.of("anna"), Language.EN);
        var written = writer(chat);

        users().welcome(chat, "Anna", Optional.of("anna"), Language.RU);
        assertThat(writer(chat)).isEqualTo(written);

        users().welcome(chat, "Anna", Optional.empty(), Language.RU);
        assertThat(writer(chat)).isNotEqualTo(written);
    }

    /** The transaction that wrote the row. */
    private static String writer(ChatId chat) {
        return DATABASE.dsl()
                .select(DSL.field("xmin::text", String.class))
                .from(USERS)
                .where(USERS.CHAT_ID.eq(chat.value()))
                .fetchSingle()
                .value1();
    }
}
