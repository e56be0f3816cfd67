package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.intake.RawUpdate;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.account.Users;
import app.aisha.core.privacy.Erasure;
import app.aisha.core.privacy.Erasures;
import app.aisha.core.privacy.ErasuresContract;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class PostgresErasuresTest implements ErasuresContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    private final TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system());
    private final PostgresErasures erasures = new PostgresErasures(DATABASE);
    private final PostgresInbox inbox = new PostgresInbox(DATABASE);

    @Override
    public Erasures erasures() {
        return erasures;
    }

    @Override
    public void inLine(String subject) {
        DATABASE.dsl()
                .execute(
                        "INSERT INTO scheduled_tasks (task_name, task_instance, picked, version) VALUES ('x', ?, true,"
                                + " 1)",
                        subject);
    }

    @Override
    public void idle(String subject) {
        DATABASE.dsl().execute("UPDATE scheduled_tasks SET picked = false WHERE task_instance = ?", subject);
    }

    @Override
    public boolean isInLine(String subject) {
        return DATABASE.dsl().fetchExists(DSL.table("scheduled_tasks"), DSL.condition("task_instance = ?", subject));
    }

    @Override
    public void outOfLine(String subject) {
        DATABASE.dsl().execute("DELETE FROM scheduled_tasks WHERE task_instance = ?", subject);
    }

    /** Somebody else's that only mentions the chat is not theirs. */
    @Test
    void whatTheySentGoesOnceItIsHandledAndNothingOfOthersDoes() {
        var erasure = ErasuresContract.example();
        var chat = erasure.addressee().orElseThrow().chat().value();
        var other = chat + 1;
        var own = update(1, "{\"update_id\":1,\"message\":{\"from\":{\"id\":%d},\"text\":\"hi\"}}", chat);
        var tap = update(2, "{\"update_id\":2,\"callback_query\":{\"from\":{\"id\": %d}}}", chat);
        var loose = update(3, "{update_id:3,message:{chat:{id:%d}}}", chat);
        var mention =
                update(4, "{\"update_id\":4,\"message\":{\"from\":{\"id\":" + other + "},\"text\":\"%d\"}}", chat);
        List.of(own, tap, loose, mention)
                .forEach(update -> DATABASE.dsl()
                        .execute(
                                "INSERT INTO telegram_updates (update_id, json) VALUES (?, ?)",
                                update.id(),
                                update.json()));
        DATABASE.dsl()
                .execute(
                        "INSERT INTO quarantined_updates (fingerprint, body, reason) VALUES ('x', convert_to(?,"
                                + " 'UTF8'), 'broken')",
                        "{\"message\": {\"chat\": {\"id\": %d, ".formatted(chat));
        inbox.done(List.of(own.id(), loose.id(), mention.id()));
        erasures.begin(erasure, Set.of());

        assertThat(erasures.forgetMessages(erasure.id())).isFalse();
        assertThat(kept(chat)).containsExactlyInAnyOrder(tap.json(), mention.json());
        inbox.done(List.of(tap.id()));

        assertThat(erasures.forgetMessages(erasure.id())).isTrue();
        assertThat(kept(chat)).containsExactly(mention.json());
        assertThat(DATABASE.dsl().fetchCount(DSL.table("quarantined_updates"))).isZero();
    }

    private RawUpdate update(long number, String json, long chat) {
        return new RawUpdate(chat + number, json.formatted(chat));
    }

    private static List<String> kept(long chat) {
        return DATABASE.dsl()
                .resultQuery("SELECT json FROM telegram_updates WHERE position(?::text IN json) > 0", chat)
                .fetch(row -> row.get(0, String.class));
    }

    @Test
    void whoComesBackIsANewcomerWithoutASecondGift() {
        var erasure = ErasuresContract.example();
        var chat = erasure.addressee().orElseThrow().chat();
        erasures.begin(erasure, Set.of());

        assertThat(gift(chat)).isEqualTo(Credits.NONE);
        assertThat(gift(new ChatId(chat.value() + 1))).isEqualTo(new Credits(100));
    }

    private Credits gift(ChatId chat) {
        Users users = new PostgresUsers(DATABASE, ids, ZoneId.of("UTC"));
        var newcomer = users.welcome(chat, "Somebody", Optional.empty(), Language.RU);
        return new PostgresWallets(DATABASE, ids, InstantSource.system(), new Credits(100))
                .of(newcomer.id())
                .free();
    }

    @Test
    void whatStaysOfAnErasureNamesNobody() {
        var erasure = ErasuresContract.example();
        erasures.begin(erasure, Set.of("job"));
        erasures.cleared(erasure.id());
        erasures.told(erasure.id());

        var row = DATABASE.dsl()
                .resultQuery(
                        "SELECT to_jsonb(e)::text FROM erasures e WHERE id = ?",
                        erasure.id().value())
                .fetchSingle(0, String.class);
        assertThat(row)
                .doesNotContain(
                        erasure.person().orElseThrow().value().toString(),
                        Long.toString(erasure.addressee()
                                .map(Erasure.Addressee::chat)
                                .orElseThrow()
                                .value()));
    }

    @Test
    void whatIsPutAsideLaterGoesTooAndPaymentsAndWhatOthersSentStay() {
        DATABASE.dsl().execute("DELETE FROM quarantined_updates");
        var erasure = ErasuresContract.example();
        var chat = erasure.addressee().orElseThrow().chat().value();
        var odd = update(1, "{\"message\":{\"text\":\"%d\"}}", chat);
        DATABASE.dsl()
                .execute(
                        "INSERT INTO telegram_updates (update_id, json, chat) VALUES (?, ?, ?)",
                        odd.id(),
                        odd.json(),
                        chat);
        aside("{\"message\":{\"from\":{\"id\":%d7}}", chat);
        aside("{\"message\":{\"from\":{\"id\":%d},\"successful_payment\":{}}", chat);
        erasures.begin(erasure, Set.of());
        assertThat(erasures.forgetMessages(erasure.id())).isFalse();

        inbox.quarantine(odd, "broken", "i-1");

        assertThat(erasures.forgetMessages(erasure.id())).isTrue();
        assertThat(DATABASE.dsl()
                        .resultQuery("SELECT convert_from(body, 'UTF8') FROM quarantined_updates")
                        .fetch(row -> row.get(0, String.class)))
                .hasSize(2)
                .noneMatch(odd.json()::equals);
        assertThat(kept(chat)).isEmpty();
        DATABASE.dsl().execute("DELETE FROM quarantined_updates");
    }

    private static void aside(String json, long chat) {
        DATABASE.dsl()
                .execute(
                        "INSERT INTO quarantined_updates (fingerprint, body, reason)"
                                + " VALUES (convert_to(?, 'UTF8'), convert_to(?, 'UTF8'), 'broken')",
                        json.formatted(chat),
                        json.formatted(chat));
    }

    @Test
    void whoLeftWithoutAGiftIsGivenItOnReturn() {
        var example = ErasuresContract.example();
        var chat = example.addressee().orElseThrow().chat();
        var person = new PostgresUsers(DATABASE, ids, ZoneId.of("UTC"))
                .welcome(chat, "Somebody", Optional.empty(), Language.RU)
                .id();
        var erasure = new Erasure(
                example.id(), example.at(), Optional.of(person), example.addressee(), example.gone(), example.traces());

        erasures.begin(erasure, Set.of());
        new PostgresPersonalRecords(DATABASE).remove(person);

        assertThat(gift(chat)).isEqualTo(new Credits(100));
    }
}
