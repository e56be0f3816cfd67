package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who can pay for what. */
class PayerTest extends WithSimulator {

    private Shop shop;
    private long user;

    @BeforeEach
    void start() throws Exception {
        shop = new Shop(client);
        user = client.startedUser();
    }

    private JsonNode lastMessage(long chat) throws Exception {
        var messages = client.control("GET", "chats/" + chat + "/messages");
        return messages.get(messages.size() - 1);
    }

    private String refusedToPay(long payer, String wish) throws Exception {
        var answer = client.controlRaw("POST", "chats/" + payer + "/pay", wish);
        return answer.statusCode() + " "
                + Json.read(answer.body()).path("error").asString("");
    }

    @Test
    void aLinkIsPaidByAnybodyAsOftenAsTheyLike() throws Exception {
        var link = client.ok("createInvoiceLink", Shop.invoice()).asString("");
        assertThat(link).startsWith("https://t.me/$");
        var stranger = client.user();
        var wish = Json.write(Json.object().put("link", link));

        assertThat(client.control("GET", "invoice?link=" + link)
                        .path("total_amount")
                        .asLong(0))
                .isEqualTo(50);
        shop.agrees(shop.pays(user, wish));
        shop.agrees(shop.pays(user, wish));
        shop.agrees(shop.pays(stranger, wish));

        assertThat(shop.stars(user)).isEqualTo(4900);
        assertThat(shop.balance()).isEqualTo(150);
        assertThat(lastMessage(stranger).has("successful_payment")).isTrue();
        assertThat(client.control("GET", "payments?user=" + stranger)
                        .get(0)
                        .path("link")
                        .asString(""))
                .isEqualTo(link);
    }

    @Test
    void aForwardedInvoiceIsPaidByWhoGotIt() throws Exception {
        var invoice = shop.sells(user).path("message_id").asLong(0);
        var other = client.startedUser();
        var wish = "{\"from_chat\":%d,\"message_id\":%d}".formatted(user, invoice);

        shop.agrees(shop.pays(other, wish));

        var updates = client.ok("getUpdates");
        var receipt = updates.get(updates.size() - 1).path("message");
        assertThat(receipt.at("/from/id").asLong(0)).isEqualTo(other);
        assertThat(receipt.at("/chat/id").asLong(0)).isEqualTo(other);
        assertThat(receipt.at("/successful_payment/invoice_payload").asString(""))
                .isEqualTo("pack:50");
        assertThat(shop.stars(user)).isEqualTo(5000);
        assertThat(shop.stars(other)).isEqualTo(4950);
    }

    @Test
    void aForwardedInvoiceWithAStartParameterLeadsToTheBot() throws Exception {
        var invoice =
                shop.sells(user, "start_parameter", "buy").path("message_id").asLong(0);
        var other = client.startedUser();

        assertThat(refusedToPay(other, "{\"from_chat\":%d,\"message_id\":%d}".formatted(user, invoice)))
                .startsWith("409");
    }

    @Test
    void onlyWhatIsForSaleCanBePaid() throws Exception {
        var invoice = shop.sells(user).path("message_id").asLong(0);
        client.ok("deleteMessage", "chat_id", user, "message_id", invoice);

        assertThat(refusedToPay(user, "{\"message_id\":" + invoice + "}")).startsWith("404");
        assertThat(refusedToPay(user, "{\"message_id\":1}")).startsWith("404");
        assertThat(refusedToPay(user, "{\"link\":\"https://t.me/$none\"}")).startsWith("404");
        assertThat(refusedToPay(5, "{\"message_id\":1}")).startsWith("404");
        assertThat(client.controlRaw("GET", "payments/5", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whoHasBlockedTheBotDoesNotPay() throws Exception {
        var invoice = shop.sells(user).path("message_id").asLong(0);
        client.control("POST", "chats/" + user + "/block", "{\"blocked\":true}");

        assertThat(refusedToPay(user, "{\"message_id\":" + invoice + "}")).startsWith("409");
    }

    @Test
    void newUsersHaveTheStarsTheyAreGiven() throws Exception {
        client.control("POST", "stars", "{\"new_users\":7}");
        var rich = client.control("POST", "users", "{\"first_name\":\"Rich\",\"stars\":9}")
                .path("id")
                .asLong(0);

        assertThat(shop.stars(client.user())).isEqualTo(7);
        assertThat(shop.stars(rich)).isEqualTo(9);
        assertThat(client.controlRaw("POST", "chats/" + rich + "/stars", "{\"stars\":-1}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(client.controlRaw("POST", "users", "{\"first_name\":\"Poor\",\"stars\":-2}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anInvoiceIsPaidOnceByEach() throws Exception {
        var invoice = shop.sells(user);
        var first = shop.pays(user, invoice);
        var second = shop.pays(user, invoice);
        shop.agrees(first);
        shop.agrees(second);

        assertThat(shop.payment(second).path("error").asString("")).isEqualTo("INVOICE_ALREADY_PAID");
        var wish = "{\"message_id\":%d}".formatted(invoice.path("message_id").asLong(0));
        assertThat(refusedToPay(user, wish)).isEqualTo("409 INVOICE_ALREADY_PAID");
        assertThat(shop.stars(user)).isEqualTo(4950);
    }

    @Test
    void starsSpentMeanwhileAreNotSpentTwice() throws Exception {
        client.control("POST", "chats/" + user + "/stars", "{\"stars\":60}");
        var first = shop.pays(user, shop.sells(user));
        var second = shop.pays(user, shop.sells(user));

        shop.agrees(first);
        shop.agrees(second);

        assertThat(shop.payment(second).path("error").asString("")).isEqualTo("BALANCE_TOO_LOW");
        assertThat(shop.stars(user)).isEqualTo(10);
        assertThat(shop.balance()).isEqualTo(50);
    }

    @Test
    void whoHasTooFewStarsDoesNotGetAsFarAsTheBot() throws Exception {
        client.control("POST", "chats/" + user + "/stars", "{\"stars\":49}");
        var invoice = shop.sells(user).path("message_id").asLong(0);

        assertThat(refusedToPay(user, "{\"message_id\":" + invoice + "}")).isEqualTo("409 BALANCE_TOO_LOW");
        assertThat(client.callRaw("getUpdates").body()).doesNotContain("pre_checkout_query");
        assertThat(client.control("GET", "payments")).isEmpty();
    }
}
