package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bot may ask Stars for. */
class InvoiceTest extends WithSimulator {

    private static final String OTHER_FIRST =
            "{\"inline_keyboard\":[[{\"text\":\"Back\",\"callback_data\":\"b\"},{\"text\":\"Pay\",\"pay\":true}]]}";
    private static final String PAY_FIRST =
            "{\"inline_keyboard\":[[{\"text\":\"Buy\",\"pay\":true}],[{\"text\":\"Back\",\"callback_data\":\"b\"}]]}";
    private static final String PAY_TWICE =
            "{\"inline_keyboard\":[[{\"text\":\"Buy\",\"pay\":true}],[{\"text\":\"Buy\",\"pay\":true}]]}";

    private Shop shop;
    private long user;

    @BeforeEach
    void start() throws Exception {
        shop = new Shop(client);
        user = client.startedUser();
    }

    private String refused(Object... changes) throws Exception {
        var link = client.refused("createInvoiceLink", Shop.invoice(changes));
        assertThat(sent(changes)).isEqualTo(link);
        return link;
    }

    private String sent(Object... changes) throws Exception {
        var invoice = Shop.invoice(changes);
        var parameters = new Object[invoice.length + 2];
        parameters[0] = "chat_id";
        parameters[1] = user;
        System.arraycopy(invoice, 0, parameters, 2, invoice.length);
        return client.refused("sendInvoice", parameters);
    }

    @Test
    void anInvoiceShowsWhatIsSoldAndAPayButton() throws Exception {
        var message = shop.sells(user);

        var invoice = message.path("invoice");
        assertThat(invoice.path("title").asString("")).isEqualTo("Top-up");
        assertThat(invoice.path("description").asString("")).isEqualTo("Fifty minutes");
        assertThat(invoice.path("currency").asString("")).isEqualTo("XTR");
        assertThat(invoice.path("total_amount").asLong(0)).isEqualTo(50);
        assertThat(invoice.has("invoice_payload")).isFalse();
        var button = message.at("/reply_markup/inline_keyboard/0/0");
        assertThat(button.path("text").asString("")).isEqualTo("Pay ⭐️50");
        assertThat(button.path("pay").asBoolean(false)).isTrue();
        assertThat(client.control("GET", "chats/" + user + "/messages").get(1)).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title||parameter \"title\" is required",
                "description||parameter \"description\" is required",
                "payload||parameter \"payload\" is required",
                "currency||parameter \"currency\" is required",
                "prices||parameter \"prices\" is required",
                "prices|nonsense|can't parse prices JSON object",
                "prices|{}|expected an Array of labeled prices",
                "prices|[]|total price must be positive",
                "prices|[{\"amount\":1}]|can't parse labeled price: label must be non-empty",
                "prices|[{\"label\":\"a\",\"amount\":1.5}]|can't parse labeled price: can't parse amount as Number",
                "prices|[{\"label\":\"a\",\"amount\":0}]|total price must be positive",
                "prices|[{\"label\":\"a\",\"amount\":-5}]|total price must be positive",
                "prices|[{\"label\":\"a\",\"amount\":10001}]|CURRENCY_TOTAL_AMOUNT_INVALID",
                "prices|[{\"label\":\"a\",\"amount\":1},{\"label\":\"b\",\"amount\":2}]|STARS_INVOICE_INVALID",
                "currency|USD|PAYMENT_PROVIDER_INVALID",
                "provider_token|1:TEST|STARS_INVOICE_INVALID",
                "max_tip_amount|5|STARS_INVOICE_INVALID",
            })
    void wrongInvoicesAreRefused(String name, String value, String reason) throws Exception {
        assertThat(refused(name, value == null ? "" : value)).isEqualTo("400 Bad Request: " + reason);
    }

    @Test
    void theTextsOfAnInvoiceAreLimited() throws Exception {
        assertThat(refused("title", "я".repeat(33))).isEqualTo("400 Bad Request: BOT_INVOICE_INVALID");
        assertThat(refused("description", "я".repeat(256))).isEqualTo("400 Bad Request: BOT_INVOICE_INVALID");
        assertThat(refused("payload", "я".repeat(65))).isEqualTo("400 Bad Request: INVOICE_PAYLOAD_INVALID");
        shop.sells(
                user,
                "title",
                "я".repeat(32),
                "description",
                "я".repeat(255),
                "payload",
                "я".repeat(64),
                "prices",
                Shop.prices(10_000));
    }

    @Test
    void anAmountMayBeText() throws Exception {
        var message = shop.sells(user, "prices", "[{\"label\":\"a\",\"amount\":\"7\"}]");

        assertThat(message.at("/invoice/total_amount").asLong(0)).isEqualTo(7);
    }

    @Test
    void theKeyboardOfAnInvoiceBeginsWithItsPayButton() throws Exception {
        assertThat(sent("reply_markup", OTHER_FIRST)).isEqualTo("400 Bad Request: REPLY_MARKUP_BUY_EMPTY");
        assertThat(sent("reply_markup", "{\"keyboard\":[[\"Buy\"]]}"))
                .isEqualTo("400 Bad Request: REPLY_MARKUP_BUY_EMPTY");
        assertThat(sent("reply_markup", PAY_TWICE)).isEqualTo("400 Bad Request: BUTTON_POS_INVALID");
        var message = shop.sells(user, "reply_markup", PAY_FIRST);
        assertThat(message.at("/reply_markup/inline_keyboard/1/0/text").asString(""))
                .isEqualTo("Back");
    }

    @Test
    void anEditLeavesThePayButtonWhereItIs() throws Exception {
        var id = shop.sells(user).path("message_id").asLong(0);

        assertThat(client.refused(
                        "editMessageReplyMarkup", "chat_id", user, "message_id", id, "reply_markup", OTHER_FIRST))
                .isEqualTo("400 Bad Request: REPLY_MARKUP_BUY_EMPTY");
        assertThat(client.refused("editMessageText", "chat_id", user, "message_id", id, "text", "x"))
                .isEqualTo("400 Bad Request: there is no text in the message to edit");
        var edited = client.ok("editMessageReplyMarkup", "chat_id", user, "message_id", id, "reply_markup", PAY_FIRST);
        assertThat(edited.at("/reply_markup/inline_keyboard/0/0/text").asString(""))
                .isEqualTo("Buy");
    }

    @Test
    void onlyInvoicesHaveAPayButton() throws Exception {
        assertThat(client.refused("sendMessage", "chat_id", user, "text", "x", "reply_markup", PAY_FIRST))
                .isEqualTo("400 Bad Request: BUTTON_TYPE_INVALID");
    }

    @Test
    void invoicesAndReceiptsAreNotCopied() throws Exception {
        var id = shop.sells(user).path("message_id").asLong(0);
        shop.agrees(shop.pays(user, "{\"message_id\":" + id + "}"));

        assertThat(client.refused("copyMessage", "chat_id", user, "from_chat_id", user, "message_id", id))
                .isEqualTo("400 Bad Request: message can't be copied");
        assertThat(client.refused("copyMessage", "chat_id", user, "from_chat_id", user, "message_id", id + 1))
                .isEqualTo("400 Bad Request: message can't be copied");
        assertThat(client.refused("forwardMessage", "chat_id", user, "from_chat_id", user, "message_id", id + 1))
                .isEqualTo("400 Bad Request: message can't be forwarded");
        for (var act : new String[] {"forward", "edit"}) {
            var wish = "{\"message_id\":%d,\"text\":\"x\"}".formatted(id + 1);
            assertThat(client.controlRaw("POST", "chats/" + user + "/" + act, wish)
                            .statusCode())
                    .as(act)
                    .isIn(403, 409);
        }
    }

    @Test
    void subscriptionsAreNotSimulated() throws Exception {
        assertThat(client.refused("createInvoiceLink", Shop.invoice("subscription_period", 2_592_000)))
                .isEqualTo("400 Bad Request: subscriptions are not simulated");
    }
}
