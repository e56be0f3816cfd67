package app.aisha.simulators.telegram;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The bot's Stars: what it has, what came and went, and how it gives back. */
final class StarMethods {

    private final World world;
    private final Checkout checkout;

    StarMethods(World world, Checkout checkout) {
        this.world = world;
        this.checkout = checkout;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("refundStarPayment", this::refund);
        methods.put("getStarTransactions", this::transactions);
        methods.put(
                "getMyStarBalance",
                _ -> Answer.of(world.read(() -> Json.object().put("amount", world.payments.balance()))));
    }

    private Answer refund(Call call) {
        var user = call.number("user_id");
        if (user <= 0) {
            throw Refusal.badRequest("invalid user_id specified");
        }
        var charge = call.required("telegram_payment_charge_id");
        return world.change(batch -> {
            if (world.chats.find(user).isEmpty()) {
                throw Refusal.badRequest("USER_ID_INVALID");
            }
            var payment = world.payments
                    .charged(charge)
                    .filter(charged -> charged.user() == user)
                    .orElseThrow(() -> Refusal.badRequest("CHARGE_NOT_FOUND"));
            if (payment.outcome() instanceof Payment.Outcome.Paid paid && paid.refunded()) {
                throw Refusal.badRequest("CHARGE_ALREADY_REFUNDED");
            }
            checkout.refund(batch, payment, charge);
            return Answer.TRUE;
        });
    }

    private Answer transactions(Call call) {
        var offset = call.number("offset", 0, 0, Integer.MAX_VALUE);
        var limit = call.number("limit", 100, 1, 100);
        return world.read(() -> {
            var list = Json.array();
            world.payments.transactions().stream()
                    .skip(offset)
                    .limit(limit)
                    .forEach(transaction -> list.add(shown(transaction)));
            return Answer.of(Json.object().set("transactions", list));
        });
    }

    private ObjectNode shown(Payments.Transaction transaction) {
        var payment = world.payments.find(transaction.payment()).orElseThrow();
        var partner = Json.object().put("type", "user").put("transaction_type", "invoice_payment");
        partner.set("user", world.chats.find(payment.user()).orElseThrow().user());
        partner.put("invoice_payload", payment.invoice().payload());
        var json = Json.object()
                .put("id", payment.charge().orElseThrow())
                .put("amount", payment.invoice().amount())
                .put("date", transaction.date());
        return json.set(transaction.refund() ? "receiver" : "source", partner);
    }
}
