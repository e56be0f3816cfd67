package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresLedgerInspector;
import app.aisha.app.wiring.HeldWorks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a person may have of their own, over the whole program. */
class PrivacyStory {

    private static final String SAID = "Секретная встреча у фонтана завтра в полдень";

    private final Town town = Town.with(Town.Intake.POLLING);

    @BeforeEach
    void calm() {
        town.calm();
        town.trainer().clearCalls();
    }

    /** With a recording and its summary, an avatar, a picture, a payment, a promo code and a setting. */
    private Person somebodyWithEverything(String avatar) {
        var session = new AvatarSession(town.telegram());
        var dilnara = session.withPhotos(avatar, 10);
        session.agrees(dilnara, avatar);
        dilnara.sees("Аватар " + avatar + " готов!");
        pays(dilnara);
        redeems(dilnara);
        dilnara.taps("🎨 Картинка с этим аватаром");
        dilnara.sees("Что нарисовать?");
        dilnara.says("у фонтана на закате");
        dilnara.sees("Вот что получится");
        dilnara.taps(dilnara.labelWith("🎨 Создать 1"));
        dilnara.sees("🖼 " + avatar);
        town.hears(SAID);
        dilnara.seesInReplyTo(dilnara.sendsVoice("meeting-ru.ogg"), "у фонтана");
        dilnara.taps("📌 Конспект");
        dilnara.sees("Составила модель");
        dilnara.says("/settings");
        dilnara.taps("🔔 Показывать ход работы: да");
        return dilnara;
    }

    private void pays(Person person) {
        var customer = new Customer(town, person);
        customer.opensTopUp();
        customer.seesPayment(customer.pays(customer.orders("300 кредитов — ⭐ 270", "300 кредитов")), "paid");
        person.sees("✅ Оплата прошла: +300 кредитов");
    }

    private void redeems(Person person) {
        var code = "PRIVACY-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        town.database().sql("""
            INSERT INTO promo_codes (id, code, benefit, worth, user_limit, valid_from)
            VALUES (?, ?, 'balance', 50, 1, now() - interval '1 hour')\
            """).params(UUID.randomUUID(), code).update();
        new Customer(town, person).opensTopUp();
        person.taps("🎟 Ввести промокод");
        person.says(code);
        person.sees("Промокод принят: +50 кредитов");
    }

    private void leaves(Person person) {
        person.says("/delete_my_data");
        person.taps("Продолжить удаление");
        person.taps("🗑 Да, удалить всё навсегда");
    }

    private Search search() {
        return new Search(town.database(), town.media());
    }

    @Test
    void everythingCanBeHadAsACopyAndThenAllOfItGoes() throws IOException {
        var dilnara = somebodyWithEverything("Море");
        var user = town.database()
                .sql("SELECT id::text FROM users WHERE chat_id = ?")
                .param(Long.parseLong(dilnara.id()))
                .query(String.class)
                .single();
        check(copy(dilnara));
        assertThat(search().places(dilnara.id(), user, "фонтана")).isNotEmpty();

        leaves(dilnara);

        dilnara.sees("Готово, ваши данные удалены");
        dilnara.sees("Удалено: 1 запись, 1 документ, 1 аватар, 10 фото, 1 картинка");
        Moment.when(
                () -> "nothing in " + search().places(dilnara.id(), user, "фонтана"),
                () -> Optional.of(true)
                        .filter(_ ->
                                search().places(dilnara.id(), user, "фонтана").isEmpty()));
        assertThat(new PostgresLedgerInspector(
                                new PostgresDatabase(town.dataSource()), InstantSource.system(), HeldWorks.ALL)
                        .whole()
                        .findings())
                .isEmpty();
        dilnara.says("/start");
        dilnara.sees("Диля");
        dilnara.says("/profile");
        dilnara.seesLast("0 кредитов");
    }

    private Map<String, String> copy(Person person) throws IOException {
        person.says("/privacy");
        person.taps("📦 Получить копию данных");
        person.sees("Собираю копию");
        var message = person.sees("📦 Копия ваших данных");
        return unzipped(message);
    }

    private Map<String, String> unzipped(JsonNode message) throws IOException {
        var document = message.get("document");
        assertThat(document.get("file_name").asString()).isEqualTo("aisha.zip");
        var files = new TreeMap<String, String>();
        var bytes = town.telegram().bytes("/files/" + document.get("file_id").asString());
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static void check(Map<String, String> files) {
        assertThat(files.keySet())
                .contains("data/profile.jsonl", "data/receipts.jsonl", "data/payments.jsonl", "data/promo-codes.jsonl")
                .anyMatch(name -> name.matches("recordings/.*/text\\.txt"))
                .anyMatch(name -> name.matches("recordings/.*/text\\.json"))
                .anyMatch(name -> name.matches("recordings/.*/original\\.\\w+"))
                .anyMatch(name -> name.matches("pictures/[0-9a-f-]+\\.\\w+"));
        assertThat(files.keySet().stream().filter(name -> name.matches("avatars/Море .*/photos/[0-9a-f-]+\\.jpg")))
                .hasSize(10);
        assertThat(files.entrySet())
                .filteredOn(file -> file.getKey().endsWith("text.txt"))
                .singleElement()
                .satisfies(file -> assertThat(file.getValue()).contains("у фонтана"));
        assertThat(files.get("data/profile.jsonl")).contains("Диля", "\"shows_progress\": false");
        assertThat(files.get("data/documents.jsonl")).contains("summary");
        assertThat(files.get("data/pictures.jsonl")).contains("у фонтана на закате");
        assertThat(files.get("data/payments.jsonl")).contains("270");
    }

    @Test
    void neitherALateRefundNorAChangeOfTheChatMakesSomebodyKnownAgain() {
        var petr = town.person("Пётр", "ru");
        var customer = new Customer(town, petr);
        petr.says("/start");
        customer.opensTopUp();
        var payment = customer.pays(customer.orders("300 кредитов — ⭐ 270", "300 кредитов"));
        customer.seesPayment(payment, "paid");
        petr.sees("✅ Оплата прошла");
        petr.says("/help");
        var old = petr.messageWithButton("‹ Назад").get("message_id").asInt();
        leaves(petr);
        petr.sees("Готово, ваши данные удалены");

        town.telegram().post("/payments/" + payment + "/refund", "{}");
        petr.blocksTheBot(true);
        petr.blocksTheBot(false);
        petr.forges(old, "menu");

        Moment.when(
                "the refund",
                () -> Optional.of(true)
                        .filter(_ -> town.database()
                                        .sql("SELECT count(*) FROM star_payments WHERE status = 'refunded' AND"
                                                + " user_id IS NULL")
                                        .query(Long.class)
                                        .single()
                                > 0));
        Moment.when(
                "the answer to the old button",
                () -> Optional.of(true)
                        .filter(_ ->
                                petr.toasts().contains("Ваших данных здесь нет. Чтобы начать заново, напишите мне.")));
        assertThat(town.database()
                        .sql("SELECT count(*) FROM users WHERE chat_id = ?")
                        .param(Long.parseLong(petr.id()))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoBlocksTheBotHasTheirWorkDoneWithoutAnybodyInsisting() {
        var petr = town.person("Пётр", "ru");
        petr.says("/start");
        petr.sees("Пётр");
        town.hears("Пока меня не было.");
        town.speech().post("/faults", "{\"kind\": \"slow\", \"path\": \"transcriptions\", \"millis\": 3000}");
        petr.sendsVoice("note-en.ogg");
        petr.sees("запись");
        petr.blocksTheBot(true);

        Moment.when(
                "the end of the recording",
                () -> Optional.of(true)
                        .filter(_ -> town.database()
                                        .sql("SELECT count(*) FROM user_transcripts t JOIN users u ON u.id = t.user_id"
                                                + " WHERE u.chat_id = ? AND t.status = 'ready'")
                                        .param(Long.parseLong(petr.id()))
                                        .query(Long.class)
                                        .single()
                                == 1));
        var pending = town.database()
                .sql("SELECT count(*) FROM outbox o JOIN users u ON u.id = o.user_id"
                        + " WHERE u.chat_id = ? AND delivered_revision < revision")
                .param(Long.parseLong(petr.id()));
        Moment.when(
                "an empty outbox",
                () -> Optional.of(true).filter(_ -> pending.query(Long.class).single() == 0));
        assertThat(refusedTo(petr)).isLessThanOrEqualTo(2);

        petr.blocksTheBot(false);
        petr.says("/transcripts");
        petr.taps(petr.labelWith("Голосовое сообщение"));
        petr.sees("Пока меня не было.");
    }

    private long refusedTo(Person person) {
        return town.telegram()
                .get("/calls?method=sendMessage")
                .valueStream()
                .filter(call ->
                        call.path("parameters").path("chat_id").asString("").equals(person.id()))
                .filter(call -> call.toString().contains("blocked"))
                .count();
    }
}
