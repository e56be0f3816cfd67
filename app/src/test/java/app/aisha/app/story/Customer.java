package app.aisha.app.story;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A person with stars. */
final class Customer {

    private final Control telegram;
    private final Person person;

    Customer(Town town, Person person) {
        this.telegram = town.telegram();
        this.person = person;
    }

    /** As by the button under a screen that was shown before. */
    void opensTopUp() {
        var start = person.says("/menu");
        var menu = Moment.when(
                "the menu",
                () -> person.fromTheBot()
                        .filter(message -> message.get("message_id").asInt() > start)
                        .findFirst());
        person.forges(menu.get("message_id").asInt(), "wal.topup");
    }

    /** Taps a package and gets the message of its invoice. */
    JsonNode orders(String label, String title) {
        person.taps(label);
        return Moment.when(
                "an invoice for " + title,
                () -> person.fromTheBot()
                        .filter(message -> message.path("invoice")
                                .path("title")
                                .asString("")
                                .equals(title))
                        .reduce((_, later) -> later));
    }

    /** The number of the payment, which is not yet through. */
    String pays(JsonNode invoice) {
        var body = "{\"message_id\": %d}".formatted(invoice.get("message_id").asInt());
        return telegram.post("/chats/" + person.id() + "/pay", body)
                .get("payment_id")
                .asString();
    }

    /** Waits until a payment stands like that. */
    JsonNode seesPayment(String payment, String status) {
        return Moment.when(
                "payment %s %s".formatted(payment, status),
                () -> Optional.of(telegram.get("/payments/" + payment))
                        .filter(it -> it.get("status").asString().equals(status)));
    }

    int stars() {
        return telegram.get("/chats/" + person.id()).get("stars").asInt();
    }
}
