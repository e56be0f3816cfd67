package app.aisha.simulators.telegram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Invoices, payments and the bot's account of Stars. An invoice is kept under its source: its link, or chat and message
 * as in {@code 700000001/2}. Guarded by the lock of the world.
 */
final class Payments {

    static final long NEWCOMERS_STARS = 5000;

    private static final String LINK = "https://t.me/$";

    /** Stars that came in, or with {@code refund} went back, at a time in seconds. */
    record Transaction(String payment, boolean refund, long date) {

        ObjectNode toJson() {
            return Json.object().put("payment", payment).put("refund", refund).put("date", date);
        }

        static Transaction fromJson(JsonNode json) {
            return new Transaction(
                    json.path("payment").asString(""),
                    json.path("refund").asBoolean(false),
                    json.path("date").asLong(0));
        }
    }

    private final VirtualClock clock;
    private final Map<String, Invoice> invoices = new LinkedHashMap<>();
    private final Map<String, Payment> payments = new LinkedHashMap<>();
    private final List<Transaction> transactions = new ArrayList<>();
    private long newcomersStars = NEWCOMERS_STARS;

    Payments(VirtualClock clock) {
        this.clock = clock;
    }

    static String source(long chat, long message) {
        return chat + "/" + message;
    }

    static boolean isLink(String source) {
        return source.startsWith(LINK);
    }

    static String newLink() {
        return LINK + Tokens.random(16);
    }

    void issue(Batch batch, String source, Invoice invoice) {
        invoices.put(source, invoice);
        batch.put("invoice", source, invoice.toJson());
    }

    Optional<Invoice> invoice(String source) {
        return Optional.ofNullable(invoices.get(source));
    }

    void save(Batch batch, Payment payment) {
        payments.put(payment.id(), payment);
        batch.put("payment", payment.id(), payment.toJson());
    }

    Optional<Payment> find(String id) {
        return Optional.ofNullable(payments.get(id)).map(this::now);
    }

    Optional<Payment> charged(String charge) {
        return all().filter(payment -> payment.charge().equals(Optional.of(charge)))
                .findFirst();
    }

    Stream<Payment> all() {
        return payments.values().stream().map(this::now);
    }

    private Payment now(Payment payment) {
        return payment.at(clock.instant().toEpochMilli());
    }

    void book(Batch batch, Payment payment, boolean refund) {
        var transaction = new Transaction(payment.id(), refund, clock.seconds());
        batch.put("transaction", Integer.toString(transactions.size()), transaction.toJson());
        transactions.add(transaction);
    }

    /** Oldest first. */
    List<Transaction> transactions() {
        return List.copyOf(transactions);
    }

    /** What the bot has. */
    long balance() {
        return transactions.stream()
                .mapToLong(transaction -> amount(transaction) * (transaction.refund() ? -1 : 1))
                .sum();
    }

    private long amount(Transaction transaction) {
        return find(transaction.payment()).orElseThrow().invoice().amount();
    }

    long newcomersStars() {
        return newcomersStars;
    }

    void giveNewcomers(Batch batch, long stars) {
        newcomersStars = stars;
        batch.put("newcomers_stars", "", JsonNodeFactory.instance.numberNode(stars));
    }

    void recall(Change change) {
        var value = change.value();
        if (value == null) {
            return;
        }
        switch (change.kind()) {
            case "invoice" -> invoices.put(change.key(), Invoice.fromJson(value));
            case "payment" -> payments.put(change.key(), Payment.fromJson(value));
            case "transaction" -> transactions.add(Transaction.fromJson(value));
            case "newcomers_stars" -> newcomersStars = value.asLong(NEWCOMERS_STARS);
            default -> {}
        }
    }

    Stream<Change> state() {
        var batch = new Batch();
        giveNewcomers(batch, newcomersStars);
        invoices.forEach((source, invoice) -> batch.put("invoice", source, invoice.toJson()));
        payments.forEach((id, payment) -> batch.put("payment", id, payment.toJson()));
        for (int i = 0; i < transactions.size(); i++) {
            batch.put("transaction", Integer.toString(i), transactions.get(i).toJson());
        }
        return batch.changes().stream();
    }
}
