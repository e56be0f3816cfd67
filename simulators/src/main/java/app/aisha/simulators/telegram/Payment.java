package app.aisha.simulators.telegram;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A payment from the moment the user confirms it. Its id is that of the pre-checkout query; its source names the invoice
 * that is paid.
 *
 * @param asked when the bot was asked, in milliseconds
 */
record Payment(String id, long user, String source, Invoice invoice, long asked, Outcome outcome) {

    private static final long ANSWERABLE_MILLIS = 10_000;

    /** What became of it. */
    sealed interface Outcome {

        record Waiting() implements Outcome {}

        record Paid(String charge, boolean refunded) implements Outcome {}

        record Declined(String error) implements Outcome {}

        /** The bot did not answer in time. */
        record Expired() implements Outcome {}
    }

    Payment with(Outcome other) {
        return new Payment(id, user, source, invoice, asked, other);
    }

    /** As it stands at that time: a bot that has not answered within ten seconds is too late. */
    Payment at(long now) {
        return outcome instanceof Outcome.Waiting && now - asked > ANSWERABLE_MILLIS
                ? with(new Outcome.Expired())
                : this;
    }

    Optional<String> charge() {
        return outcome instanceof Outcome.Paid paid ? Optional.of(paid.charge()) : Optional.empty();
    }

    boolean paidBy(long payer, String invoiceSource) {
        return user == payer && source.equals(invoiceSource) && outcome instanceof Outcome.Paid;
    }

    ObjectNode toJson() {
        var json = Json.object().put("payment_id", id).put("user_id", user).put("asked", asked);
        if (Payments.isLink(source)) {
            json.put("link", source);
        } else {
            var slash = source.indexOf('/');
            json.put("chat_id", Long.parseLong(source.substring(0, slash)))
                    .put("message_id", Long.parseLong(source.substring(slash + 1)));
        }
        json.set("invoice", invoice.toJson());
        return switch (outcome) {
            case Outcome.Waiting _ -> json.put("status", "waiting");
            case Outcome.Paid paid ->
                json.put("status", "paid")
                        .put("telegram_payment_charge_id", paid.charge())
                        .put("refunded", paid.refunded());
            case Outcome.Declined declined -> json.put("status", "declined").put("error", declined.error());
            case Outcome.Expired _ -> json.put("status", "expired").put("error", "BOT_PRECHECKOUT_TIMEOUT");
        };
    }

    static Payment fromJson(JsonNode json) {
        var source = json.has("link")
                ? json.path("link").asString("")
                : json.path("chat_id").asLong(0) + "/" + json.path("message_id").asLong(0);
        var outcome = switch (json.path("status").asString("")) {
            case "paid" ->
                new Outcome.Paid(
                        json.path("telegram_payment_charge_id").asString(""),
                        json.path("refunded").asBoolean(false));
            case "declined" -> new Outcome.Declined(json.path("error").asString(""));
            default -> new Outcome.Waiting();
        };
        return new Payment(
                json.path("payment_id").asString(""),
                json.path("user_id").asLong(0),
                source,
                Invoice.fromJson(json.path("invoice")),
                json.path("asked").asLong(0),
                outcome);
    }
}
