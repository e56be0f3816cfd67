package app.aisha.simulators.telegram;

import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** Invoices and the answers to those who pay them. */
final class PaymentMethods {

    private final World world;
    private final Checkout checkout;
    private final Sending sending;

    PaymentMethods(World world, Checkout checkout) {
        this.world = world;
        this.checkout = checkout;
        sending = new Sending(world);
    }

    void addTo(Map<String, Method> methods) {
        methods.put("sendInvoice", this::sendInvoice);
        methods.put("createInvoiceLink", this::createInvoiceLink);
        methods.put("answerPreCheckoutQuery", this::answer);
    }

    private Answer sendInvoice(Call call) {
        var invoice = Invoice.of(call);
        return Answer.of(sending.send(call, Markup.ofInvoice(call, invoice.amount()), (batch, message) -> {
            message.set("invoice", invoice.shown());
            var chat = message.path("chat").path("id").asLong(0);
            var source = Payments.source(chat, message.path("message_id").asLong(0));
            world.payments.issue(batch, source, invoice);
        }));
    }

    private Answer createInvoiceLink(Call call) {
        var invoice = Invoice.of(call);
        if (call.number("subscription_period") != 0) {
            throw Refusal.badRequest("subscriptions are not simulated");
        }
        return world.change(batch -> {
            var link = Payments.newLink();
            world.payments.issue(batch, link, invoice);
            return Answer.of(JsonNodeFactory.instance.stringNode(link));
        });
    }

    private Answer answer(Call call) {
        var ok = call.flag("ok");
        var error = ok ? "" : call.required("error_message");
        return world.change(batch -> {
            var payment = world.payments
                    .find(call.text("pre_checkout_query_id"))
                    .filter(asked -> asked.outcome() instanceof Payment.Outcome.Waiting)
                    .orElseThrow(() ->
                            Refusal.badRequest("query is too old and response timeout expired or query ID is invalid"));
            if (ok) {
                checkout.charge(batch, payment);
            } else {
                checkout.decline(batch, payment, error);
            }
            return Answer.TRUE;
        });
    }
}
