package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Stars that go back, and the account of the bot. */
class RefundTest extends WithSimulator {

    private Shop shop;
    private long user;

    @BeforeEach
    void start() throws Exception {
        shop = new Shop(client);
        user = client.startedUser();
    }

    private String refund(long whose, String charge) throws Exception {
        return client.refused("refundStarPayment", "user_id", whose, "telegram_payment_charge_id", charge);
    }

    private JsonNode lastUpdate() throws Exception {
        var updates = client.ok("getUpdates");
        return updates.get(updates.size() - 1);
    }

    @Test
    void aRefundGivesTheStarsBackAndSaysSo() throws Exception {
        var charge = shop.charges(user);

        client.ok("refundStarPayment", "user_id", user, "telegram_payment_charge_id", charge);

        var message = lastUpdate().path("message");
        var refunded = message.path("refunded_payment");
        assertThat(message.at("/chat/id").asLong(0)).isEqualTo(user);
        assertThat(refunded.path("currency").asString("")).isEqualTo("XTR");
        assertThat(refunded.path("total_amount").asLong(0)).isEqualTo(50);
        assertThat(refunded.path("invoice_payload").asString("")).isEqualTo("pack:50");
        assertThat(refunded.path("telegram_payment_charge_id").asString("")).isEqualTo(charge);
        assertThat(shop.stars(user)).isEqualTo(5000);
        assertThat(shop.balance()).isZero();
        assertThat(client.control("GET", "payments").get(0).path("refunded").asBoolean(false))
                .isTrue();
    }

    @Test
    void aChargeIsRefundedOnceAndOnlyToItsPayer() throws Exception {
        var charge = shop.charges(user);
        var other = client.startedUser();

        assertThat(refund(other, charge)).isEqualTo("400 Bad Request: CHARGE_NOT_FOUND");
        assertThat(refund(user, "stx")).isEqualTo("400 Bad Request: CHARGE_NOT_FOUND");
        assertThat(refund(5, charge)).isEqualTo("400 Bad Request: USER_ID_INVALID");
        assertThat(client.refused("refundStarPayment", "telegram_payment_charge_id", charge))
                .isEqualTo("400 Bad Request: invalid user_id specified");
        assertThat(client.refused("refundStarPayment", "user_id", user))
                .isEqualTo("400 Bad Request: parameter \"telegram_payment_charge_id\" is required");
        client.ok("refundStarPayment", "user_id", user, "telegram_payment_charge_id", charge);
        assertThat(refund(user, charge)).isEqualTo("400 Bad Request: CHARGE_ALREADY_REFUNDED");
        assertThat(shop.stars(user)).isEqualTo(5000);
    }

    @Test
    void whoHasBlockedTheBotIsRefundedToo() throws Exception {
        var charge = shop.charges(user);
        client.control("POST", "chats/" + user + "/block", "{\"blocked\":true}");

        client.ok("refundStarPayment", "user_id", user, "telegram_payment_charge_id", charge);

        assertThat(shop.stars(user)).isEqualTo(5000);
    }

    @Test
    void theSupportOfTelegramRefundsWithoutAsking() throws Exception {
        var charge = shop.charges(user);
        var id = client.control("GET", "payments").get(0).path("payment_id").asString("");

        var payment = client.control("POST", "payments/" + id + "/refund");

        assertThat(payment.path("refunded").asBoolean(false)).isTrue();
        assertThat(lastUpdate()
                        .at("/message/refunded_payment/telegram_payment_charge_id")
                        .asString(""))
                .isEqualTo(charge);
        assertThat(shop.stars(user)).isEqualTo(5000);
        assertThat(refund(user, charge)).isEqualTo("400 Bad Request: CHARGE_ALREADY_REFUNDED");
        assertThat(client.controlRaw("POST", "payments/" + id + "/refund", "").statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatWasNotChargedIsNotRefunded() throws Exception {
        var waiting = shop.pays(user, shop.sells(user));

        assertThat(client.controlRaw("POST", "payments/" + waiting + "/refund", "")
                        .statusCode())
                .isEqualTo(409);
        assertThat(shop.stars(user)).isEqualTo(5000);
    }

    @Test
    void theAccountTellsWhatCameAndWent() throws Exception {
        var first = shop.charges(user);
        var second = shop.charges(user);
        client.ok("refundStarPayment", "user_id", user, "telegram_payment_charge_id", first);

        var all = client.ok("getStarTransactions").path("transactions");

        assertThat(all).hasSize(3);
        assertThat(all.get(0).path("id").asString("")).isEqualTo(first);
        assertThat(all.get(0).path("amount").asLong(0)).isEqualTo(50);
        assertThat(all.get(0).has("receiver")).isFalse();
        var source = all.get(0).path("source");
        assertThat(source.path("type").asString("")).isEqualTo("user");
        assertThat(source.path("transaction_type").asString("")).isEqualTo("invoice_payment");
        assertThat(source.at("/user/id").asLong(0)).isEqualTo(user);
        assertThat(source.path("invoice_payload").asString("")).isEqualTo("pack:50");
        assertThat(all.get(1).path("id").asString("")).isEqualTo(second);
        assertThat(all.get(2).path("id").asString("")).isEqualTo(first);
        assertThat(all.get(2).has("source")).isFalse();
        assertThat(all.get(2).at("/receiver/user/id").asLong(0)).isEqualTo(user);
        assertThat(shop.balance()).isEqualTo(50);
        var page = client.ok("getStarTransactions", "offset", 1, "limit", 1).path("transactions");
        assertThat(page).hasSize(1);
        assertThat(page.get(0).path("id").asString("")).isEqualTo(second);
    }
}
