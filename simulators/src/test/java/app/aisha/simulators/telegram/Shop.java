package app.aisha.simulators.telegram;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A bot that sells for Stars, and those who buy. */
final class Shop {

    private final Client client;

    Shop(Client client) {
        this.client = client;
    }

    /** The parameters of an invoice over 50 Stars, changed by name, value, name, value. */
    static Object[] invoice(Object... changes) {
        List<Object> parameters = new ArrayList<>(List.of(
                "title", "Top-up",
                "description", "Fifty minutes",
                "payload", "pack:50",
                "currency", "XTR",
                "prices", prices(50)));
        parameters.addAll(List.of(changes));
        return parameters.toArray();
    }

    static String prices(long amount) {
        return "[{\"label\":\"Minutes\",\"amount\":%d}]".formatted(amount);
    }

    /** Sends an invoice and returns its message. */
    JsonNode sells(long user, Object... changes) throws Exception {
        List<Object> parameters = new ArrayList<>(List.of("chat_id", user));
        parameters.addAll(List.of(invoice(changes)));
        return client.ok("sendInvoice", parameters.toArray());
    }

    /** Presses Pay and returns the id of the payment. */
    String pays(long user, JsonNode invoice) throws Exception {
        return pays(
                user, "{\"message_id\":%d}".formatted(invoice.path("message_id").asLong(0)));
    }

    String pays(long user, String wish) throws Exception {
        return client.control("POST", "chats/" + user + "/pay", wish)
                .path("payment_id")
                .asString("");
    }

    void agrees(String payment) throws Exception {
        client.ok("answerPreCheckoutQuery", "pre_checkout_query_id", payment, "ok", true);
    }

    /** Sells, is paid and returns the id of the charge. */
    String charges(long user) throws Exception {
        var payment = pays(user, sells(user));
        agrees(payment);
        return payment(payment).path("telegram_payment_charge_id").asString("");
    }

    JsonNode payment(String id) throws Exception {
        return client.control("GET", "payments/" + id);
    }

    long stars(long user) throws Exception {
        return client.control("GET", "chats/" + user).path("stars").asLong(-1);
    }

    long balance() throws Exception {
        return client.ok("getMyStarBalance").path("amount").asLong(-1);
    }
}
