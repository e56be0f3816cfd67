package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.intake.RawUpdate;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.account.UserId;
import app.aisha.core.payment.PromoCodeId;
import app.aisha.core.payment.Redemption;
import app.aisha.core.payment.RedemptionId;
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
import java.util.UUID;
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
        var chat = erasure.addressee().chat().value();
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
        var chat = erasure.addressee().chat();
        erasures.begin(erasure, Set.of());

        assertThat(gift(chat)).isEqualTo(Credits.NONE);
        assertThat(gift(new ChatId(chat.value() + 1))).isEqualTo(new Credits(100));
    }

    private Credits gift(ChatId chat) {
        return new PostgresWallets(DATABASE, ids, InstantSource.system(), new Credits(100))
                .of(welcome(chat))
                .free();
    }

    private UserId welcome(ChatId chat) {
        return new PostgresUsers(DATABASE, ids, ZoneId.of("UTC"))
                .welcome(chat, "Somebody", Optional.empty(), Language.RU)
                .id();
    }

    private static Erasure leaving(Erasure example, UserId person) {
        return new Erasure(
                example.id(), example.at(), Optional.of(person), example.addressee(), example.gone(), example.traces());
    }

    /** Neither the time, nor what there was, nor the books: they would tell whose wallet it was. */
    @Test
    void allThatStaysIsAMark() {
        var erasure = ErasuresContract.example();
        erasures.begin(erasure, Set.of("job"));
        erasures.cleared(erasure.id());
        erasures.told(erasure.id());

        for (var table : List.of("erasures", "erasure_traces", "erasure_work")) {
            var key = table.equals("erasures") ? "id" : "erasure_id";
            assertThat(DATABASE.dsl()
                            .fetchCount(
                                    DSL.table(table),
                                    DSL.condition(
                                            "\"" + key + "\" = ?", erasure.id().value())))
                    .as(table)
                    .isZero();
        }
        assertThat(gift(erasure.addressee().chat())).isEqualTo(Credits.NONE);
    }

    @Test
    void whoComesBackHasUsedTheirPromoCodes() {
        var example = ErasuresContract.example();
        var chat = example.addressee().chat();
        var code = new PromoCodeId(UUID.randomUUID());
        DATABASE.dsl()
                .execute(
                        "INSERT INTO promo_codes (id, code, benefit, worth, user_limit, valid_from)"
                                + " VALUES (?, ?, 'balance', 50, 2, now())",
                        code.value(),
                        "BACK-" + chat.value());
        var person = welcome(chat);
        var redemptions = new PostgresRedemptions(DATABASE);
        redemptions.add(new Redemption(
                new RedemptionId(UUID.randomUUID()), code, person, 1, Redemption.State.CREDITED, example.at()));

        erasures.begin(leaving(example, person), Set.of());
        new PostgresPersonalRecords(DATABASE).remove(person);

        assertThat(redemptions.ordinals(code, welcome(chat))).containsExactly(1);
        assertThat(redemptions.ordinals(code, welcome(new ChatId(chat.value() + 1))))
                .isEmpty();
    }

    /** A repair makes a lost table anew, without rows. */
    @Test
    void aLostSaltIsMadeAnew() {
        DATABASE.dsl().execute("DELETE FROM erasure_salt");
        var erasure = ErasuresContract.example();

        erasures.begin(erasure, Set.of());

        assertThat(gift(erasure.addressee().chat())).isEqualTo(Credits.NONE);
    }

    @Test
    void whatIsPutAsideLaterGoesTooAndPaymentsAndWhatOthersSentStay() {
        DATABASE.dsl().execute("DELETE FROM quarantined_updates");
        var erasure = ErasuresContract.example();
        var chat = erasure.addressee().chat().value();
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
        var chat = example.addressee().chat();
        var person = welcome(chat);

        erasures.begin(leaving(example, person), Set.of());
        new PostgresPersonalRecords(DATABASE).remove(person);

        assertThat(gift(chat)).isEqualTo(new Credits(100));
    }
}
