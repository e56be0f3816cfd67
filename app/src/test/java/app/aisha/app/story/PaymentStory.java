package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ParameterizedClass
@EnumSource(Town.Intake.class)
class PaymentStory {

    private static final JsonMapper JSON = new JsonMapper();

    private final Town town;
    private Person dilnara;
    private Customer customer;

    PaymentStory(Town.Intake intake) {
        town = Town.with(intake);
    }

    @BeforeEach
    void somebodyNew() {
        town.calm();
        dilnara = town.person("Диля", "ru");
        customer = new Customer(town, dilnara);
    }

    private JsonNode orders300() {
        customer.opensTopUp();
        return customer.orders("300 кредитов — ⭐ 270", "300 кредитов");
    }

    private String pays300() {
        var payment = customer.pays(orders300());
        customer.seesPayment(payment, "paid");
        dilnara.sees("✅ Оплата прошла: +300 кредитов.\n\nТеперь на балансе: 400 кредитов");
        return payment;
    }

    @Test
    void dilnaraTopsUpAndSeesHerBalance() {
        customer.opensTopUp();
        dilnara.sees("Сейчас на балансе: 100 кредитов");

        pays300();

        customer.opensTopUp();
        dilnara.sees("Сейчас на балансе: 400 кредитов");
        assertThat(customer.stars()).isEqualTo(5_000 - 270);
    }

    @Test
    void anOutdatedInvoiceIsDeclinedInHerLanguage() {
        var invoice = orders300();
        town.database()
                .sql("UPDATE star_orders SET valid_until = now() WHERE user_id = (SELECT id FROM users WHERE"
                        + " chat_id = ?)")
                .param(Long.parseLong(dilnara.id()))
                .update();

        var declined = customer.seesPayment(customer.pays(invoice), "declined");

        assertThat(declined.get("error").asString()).startsWith("Этот счёт устарел.");
        assertThat(customer.stars()).isEqualTo(5_000);
    }

    @Test
    void theSamePaymentToldAgainIsCreditedOnce() {
        pays300();
        var update = (ObjectNode) JSON.readTree(town.database()
                .sql("SELECT json FROM telegram_updates WHERE json LIKE '%successful_payment%' AND json LIKE ?")
                .param("%:" + dilnara.id() + "%")
                .query(String.class)
                .single());
        var number = update.get("update_id").asLong();

        town.telegram().post("/redeliver", "{\"update_id\": %d, \"times\": 5, \"parallel\": true}".formatted(number));
        update.remove("update_id");
        town.telegram()
                .post("/updates", JSON.createObjectNode().set("update", update).toString());

        dilnara.says("/help");
        dilnara.sees("Что я умею");
        customer.opensTopUp();
        dilnara.seesLast("Сейчас на балансе: 400 кредитов");
        assertThat(dilnara.heard())
                .filteredOn(words -> words.contains("Оплата прошла"))
                .hasSize(1);
    }

    @Test
    void starsThatTelegramsSupportGaveBackTakeTheCredits() {
        var payment = pays300();

        town.telegram().post("/payments/" + payment + "/refund", "{}");

        dilnara.sees("↩️ Звёзды вернулись к вам: ⭐ 270");
        dilnara.sees("Списано с баланса: 300 кредитов. Осталось: 100 кредитов");
        dilnara.says("/paysupport");
        dilnara.sees("300 кредитов за ⭐ 270 · звёзды возвращены");
    }

    @Test
    void aCodeForTheBalanceIsGoodOnce() {
        var code = code("balance", 50);
        customer.opensTopUp();

        dilnara.taps("🎟 Ввести промокод");
        dilnara.sees("Напишите промокод");
        dilnara.says("нет такого кода");
        dilnara.sees("Такого промокода нет");
        dilnara.says(code.toLowerCase(Locale.ROOT));
        dilnara.sees("Промокод принят: +50 кредитов.\n\nТеперь на балансе: 150 кредитов");

        dilnara.taps("⭐ Пополнить баланс");
        dilnara.taps("🎟 Ввести промокод");
        dilnara.seesLast("Напишите промокод");
        dilnara.says(code);
        dilnara.sees("Вы уже использовали этот промокод");
    }

    @Test
    void aBonusComesWithTheNextPackageAndNotWithTheOneAfter() {
        enters(code("bonus", 10));
        dilnara.sees("+10 % кредитов к следующему пакету");

        var payment = customer.pays(customer.orders("100 + 10 кредитов — ⭐ 100", "110 кредитов"));
        customer.seesPayment(payment, "paid");

        dilnara.sees(
                "✅ Оплата прошла: +100 кредитов и ещё 10 кредитов по промокоду.\n\nТеперь на балансе: 210 кредитов");
        customer.opensTopUp();
        dilnara.messageWithButton("100 кредитов — ⭐ 100");
    }

    @Test
    void aDiscountMakesOnePackageCheaperAndAnOldInvoiceOfItIsDeclinedAfterwards() {
        enters(code("discount", 50));
        var first = customer.orders("300 кредитов — ⭐ 135 вместо 270", "300 кредитов");
        var second = customer.orders("100 кредитов — ⭐ 50 вместо 100", "100 кредитов");

        customer.seesPayment(customer.pays(first), "paid");
        dilnara.sees("Теперь на балансе: 400 кредитов");
        var declined = customer.seesPayment(customer.pays(second), "declined");

        assertThat(declined.get("error").asString()).startsWith("Промокод из этого счёта уже не действует.");
        assertThat(customer.stars()).isEqualTo(5_000 - 135);
    }

    @Test
    void theTermsAndTheHelpWithPaymentsAreThere() {
        dilnara.says("/terms");
        dilnara.sees("300 кредитов — ⭐ 270");
        dilnara.says("/paysupport");
        dilnara.sees("Обратитесь к администраторам этого бота");
    }

    private void enters(String code) {
        customer.opensTopUp();
        dilnara.taps("🎟 Ввести промокод");
        dilnara.sees("Напишите промокод");
        dilnara.says(code);
    }

    private String code(String benefit, int worth) {
        var code = "STORY-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        town.database().sql("""
            INSERT INTO promo_codes (id, code, benefit, worth, user_limit, valid_from)
            VALUES (?, ?, ?::promobenefit, ?, 1, now() - interval '1 hour')\
            """).params(UUID.randomUUID(), code, benefit, worth).update();
        return code;
    }
}
