package app.aisha.simulators.telegram;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a bot asks Telegram Stars for. */
record Invoice(String title, String description, String payload, String startParameter, long amount) {

    static final String CURRENCY = "XTR";

    private static final int MAX_TITLE = 32;
    private static final int MAX_DESCRIPTION = 255;
    private static final int MAX_PAYLOAD_BYTES = 128;
    private static final long MAX_AMOUNT = 10_000;

    /**
     * The invoice a call describes.
     *
     * @throws Refusal if Telegram would not take it, or if it is not in Stars
     */
    static Invoice of(Call call) {
        var invoice = new Invoice(
                call.required("title"),
                call.required("description"),
                call.required("payload"),
                call.text("start_parameter"),
                total(call));
        refuseOtherCurrencies(call);
        invoice.check();
        return invoice;
    }

    private static long total(Call call) {
        var currency = call.required("currency");
        call.required("prices");
        var prices = call.json("prices", "can't parse prices JSON object").orElse(Json.array());
        if (!prices.isArray()) {
            throw Refusal.badRequest("expected an Array of labeled prices");
        }
        var total = prices.valueStream().mapToLong(Invoice::amountOf).sum();
        if (total <= 0) {
            throw Refusal.badRequest("total price must be positive");
        }
        if (currency.equals(CURRENCY) && prices.size() != 1) {
            throw Refusal.badRequest("STARS_INVOICE_INVALID");
        }
        return total;
    }

    private static long amountOf(JsonNode price) {
        if (price.path("label").asString("").isEmpty()) {
            throw Refusal.badRequest("can't parse labeled price: label must be non-empty");
        }
        var amount = price.path("amount").asString("");
        if (!amount.matches("[+-]?\\d{1,18}")) {
            throw Refusal.badRequest("can't parse labeled price: can't parse amount as Number");
        }
        return Long.parseLong(amount);
    }

    private static void refuseOtherCurrencies(Call call) {
        if (!call.text("currency").equals(CURRENCY)) {
            throw Refusal.badRequest("PAYMENT_PROVIDER_INVALID");
        }
        if (call.given("provider_token").isPresent() || call.number("max_tip_amount") != 0) {
            throw Refusal.badRequest("STARS_INVOICE_INVALID");
        }
    }

    private void check() {
        if (length(title) > MAX_TITLE || length(description) > MAX_DESCRIPTION) {
            throw Refusal.badRequest("BOT_INVOICE_INVALID");
        }
        if (payload.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD_BYTES) {
            throw Refusal.badRequest("INVOICE_PAYLOAD_INVALID");
        }
        if (amount > MAX_AMOUNT) {
            throw Refusal.badRequest("CURRENCY_TOTAL_AMOUNT_INVALID");
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** As the {@code invoice} field of messages. */
    ObjectNode shown() {
        return Json.object()
                .put("title", title)
                .put("description", description)
                .put("start_parameter", startParameter)
                .put("currency", CURRENCY)
                .put("total_amount", amount);
    }

    /** The fields that queries, payments and refunds share. */
    ObjectNode charged() {
        return Json.object()
                .put("currency", CURRENCY)
                .put("total_amount", amount)
                .put("invoice_payload", payload);
    }

    ObjectNode toJson() {
        return shown().put("invoice_payload", payload);
    }

    static Invoice fromJson(JsonNode json) {
        return new Invoice(
                json.path("title").asString(""),
                json.path("description").asString(""),
                json.path("invoice_payload").asString(""),
                json.path("start_parameter").asString(""),
                json.path("total_amount").asLong(0));
    }
}
