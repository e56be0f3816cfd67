package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Payments in Stars, from the button to the receipt. */
class PaymentTest extends WithSimulator {

    private static final String TOO_OLD =
            "400 Bad Request: query is too old and response timeout expired or query ID is invalid";

    private Shop shop;
    private long user;

    @Override
    TelegramSimulator.Settings settings() {
        var frozen = InstantSource.fixed(Instant.parse("2026-01-01T10:00:00Z"));
        return new TelegramSimulator.Settings(0, Optional.empty(), Set.of(), false, Optional.empty(), frozen);
    }

    @BeforeEach
    void start() throws Exception {
        shop = new Shop(client);
        user = client.startedUser();
        client.ok("getUpdates", "offset", nextUpdate());
    }

    private long nextUpdate() throws Exception {
        return client.control("GET", "state").path("next_update_id").asLong(0);
    }

    private JsonNode lastMessage(long chat) throws Exception {
        var messages = client.control("GET", "chats/" + chat + "/messages");
        return messages.get(messages.size() - 1);
    }

    private String answered(String payment) throws Exception {
        return client.refused("answerPreCheckoutQuery", "pre_checkout_query_id", payment, "ok", true);
    }

    private void advance(int seconds) throws Exception {
        client.control("POST", "clock", "{\"advance_seconds\":" + seconds + "}");
    }

    @Test
    void theBotIsAskedBeforeAnythingIsCharged() throws Exception {
        var payment = shop.pays(user, shop.sells(user));

        var query = client.ok("getUpdates").get(0).path("pre_checkout_query");
        assertThat(query.path("id").asString("")).isEqualTo(payment);
        assertThat(query.at("/from/id").asLong(0)).isEqualTo(user);
        assertThat(query.path("currency").asString("")).isEqualTo("XTR");
        assertThat(query.path("total_amount").asLong(0)).isEqualTo(50);
        assertThat(query.path("invoice_payload").asString("")).isEqualTo("pack:50");
        assertThat(shop.payment(payment).path("status").asString("")).isEqualTo("waiting");
        assertThat(shop.stars(user)).isEqualTo(5000);
    }

    @Test
    void whenTheBotAgreesItGetsTheStarsAndAReceipt() throws Exception {
        var poll = client.callLater("getUpdates", "timeout", 30);
        var payment = shop.pays(user, shop.sells(user));
        assertThat(poll.get(10, TimeUnit.SECONDS).at("/result/0").has("pre_checkout_query"))
                .isTrue();
        shop.agrees(payment);

        var message = client.ok("getUpdates").get(1).path("message");
        var receipt = message.path("successful_payment");
        assertThat(message.at("/from/id").asLong(0)).isEqualTo(user);
        assertThat(receipt.path("currency").asString("")).isEqualTo("XTR");
        assertThat(receipt.path("total_amount").asLong(0)).isEqualTo(50);
        assertThat(receipt.path("invoice_payload").asString("")).isEqualTo("pack:50");
        assertThat(receipt.path("provider_payment_charge_id").asString("")).isNotEmpty();
        var charge = receipt.path("telegram_payment_charge_id").asString("");
        assertThat(charge).hasSizeGreaterThan(20);
        assertThat(shop.payment(payment).path("status").asString("")).isEqualTo("paid");
        assertThat(shop.payment(payment).path("telegram_payment_charge_id").asString(""))
                .isEqualTo(charge);
        assertThat(lastMessage(user)).isEqualTo(message);
        assertThat(shop.stars(user)).isEqualTo(4950);
        assertThat(shop.balance()).isEqualTo(50);
    }

    @Test
    void aBotThatDeclinesTellsWhy() throws Exception {
        var payment = shop.pays(user, shop.sells(user));

        assertThat(client.refused("answerPreCheckoutQuery", "pre_checkout_query_id", payment, "ok", false))
                .isEqualTo("400 Bad Request: parameter \"error_message\" is required");
        client.ok(
                "answerPreCheckoutQuery",
                "pre_checkout_query_id",
                payment,
                "ok",
                false,
                "error_message",
                "Sold out, sorry");

        assertThat(shop.payment(payment).path("status").asString("")).isEqualTo("declined");
        assertThat(shop.payment(payment).path("error").asString("")).isEqualTo("Sold out, sorry");
        assertThat(answered(payment)).isEqualTo(TOO_OLD);
        assertThat(shop.stars(user)).isEqualTo(5000);
        assertThat(shop.balance()).isZero();
        assertThat(lastMessage(user).has("invoice")).isTrue();
    }

    @Test
    void aQuestionIsAnsweredOnce() throws Exception {
        var payment = shop.pays(user, shop.sells(user));

        shop.agrees(payment);
        assertThat(answered(payment)).isEqualTo(TOO_OLD);
        assertThat(answered("5")).isEqualTo(TOO_OLD);
        assertThat(shop.stars(user)).isEqualTo(4950);
    }

    @Test
    void tenSecondsAreEnough() throws Exception {
        var payment = shop.pays(user, shop.sells(user));

        advance(10);
        shop.agrees(payment);

        assertThat(shop.stars(user)).isEqualTo(4950);
    }

    @Test
    void afterTenSecondsItIsTooLate() throws Exception {
        var payment = shop.pays(user, shop.sells(user));

        advance(11);

        assertThat(shop.payment(payment).path("status").asString("")).isEqualTo("expired");
        assertThat(shop.payment(payment).path("error").asString("")).isEqualTo("BOT_PRECHECKOUT_TIMEOUT");
        assertThat(answered(payment)).isEqualTo(TOO_OLD);
        assertThat(shop.stars(user)).isEqualTo(5000);
    }

    @Test
    void aQuestionIsHandedOutForHundredAndFiftySeconds() throws Exception {
        shop.pays(user, shop.sells(user));

        advance(150);
        assertThat(client.ok("getUpdates")).hasSize(1);
        advance(1);
        assertThat(client.ok("getUpdates")).isEmpty();
    }

    @Test
    void aBotThatDoesNotWantTheQuestionIsNotAsked() throws Exception {
        client.ok("getUpdates", "allowed_updates", "[\"message\"]");
        shop.pays(user, shop.sells(user));
        assertThat(client.ok("getUpdates")).isEmpty();

        client.ok("getUpdates", "allowed_updates", "[\"pre_checkout_query\"]");
        shop.agrees(shop.pays(user, shop.sells(user)));
        var updates = client.ok("getUpdates");
        assertThat(updates).hasSize(1);
        assertThat(updates.get(0).has("pre_checkout_query")).isTrue();
    }

    @Test
    void aReceiptCanComeAgain() throws Exception {
        shop.charges(user);
        var updates = client.ok("getUpdates");
        var receipt = updates.get(1);
        client.ok("getUpdates", "offset", nextUpdate());

        client.control(
                "POST",
                "redeliver",
                "{\"update_id\":" + receipt.path("update_id").asLong(0) + ",\"times\":2}");

        assertThat(client.ok("getUpdates").get(0)).isEqualTo(receipt);
        assertThat(client.ok("getUpdates").get(0)).isEqualTo(receipt);
        assertThat(client.ok("getUpdates")).isEmpty();
        assertThat(shop.stars(user)).isEqualTo(4950);
    }
}
