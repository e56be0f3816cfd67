package app.aisha.simulators.telegram;

import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.databind.node.ObjectNode;

/** The way of Stars between users and the bot: the question to the bot, the charge, the refund. */
final class Checkout {

    static final String TOO_FEW_STARS = "BALANCE_TOO_LOW";
    static final String ALREADY_PAID = "INVOICE_ALREADY_PAID";

    private final World world;

    Checkout(World world) {
        this.world = world;
    }

    /** Asks the bot whether the user may pay; refuses, as the app does, what cannot be paid. */
    Payment ask(Batch batch, Chat payer, String source, Invoice invoice) {
        if (payer.blocked()) {
            throw new Refusal(409, "the user has blocked the bot");
        }
        if (isPaid(payer, source)) {
            throw new Refusal(409, ALREADY_PAID);
        }
        if (payer.stars() < invoice.amount()) {
            throw new Refusal(409, TOO_FEW_STARS);
        }
        var id = Long.toString(ThreadLocalRandom.current().nextLong(1L << 60, Long.MAX_VALUE));
        var asked = world.clock.instant().toEpochMilli();
        var payment = new Payment(id, payer.id(), source, invoice, asked, new Payment.Outcome.Waiting());
        world.payments.save(batch, payment);
        var query = Json.object().put("id", id);
        query.set("from", payer.user());
        query.setAll(invoice.charged());
        world.updates.add(batch, "pre_checkout_query", payer.id(), query);
        return payment;
    }

    /** A link is paid as often as one likes, the message of an invoice once by each. */
    private boolean isPaid(Chat payer, String source) {
        return !Payments.isLink(source) && world.payments.all().anyMatch(payment -> payment.paidBy(payer.id(), source));
    }

    void decline(Batch batch, Payment payment, String error) {
        world.payments.save(batch, payment.with(new Payment.Outcome.Declined(error)));
    }

    /** Takes the Stars and tells the bot, unless the user has spent them meanwhile. */
    void charge(Batch batch, Payment payment) {
        var payer = payer(payment);
        var amount = payment.invoice().amount();
        if (isPaid(payer, payment.source())) {
            decline(batch, payment, ALREADY_PAID);
            return;
        }
        if (payer.stars() < amount) {
            decline(batch, payment, TOO_FEW_STARS);
            return;
        }
        var charge = "stx" + Tokens.random(60);
        payer.setStars(batch, payer.stars() - amount);
        world.payments.save(batch, payment.with(new Payment.Outcome.Paid(charge, false)));
        world.payments.book(batch, payment, false);
        var receipt = payment.invoice()
                .charged()
                .put("telegram_payment_charge_id", charge)
                .put("provider_payment_charge_id", payer.id() + "_0");
        payer.start(batch);
        post(batch, payer, "successful_payment", receipt);
    }

    /** Gives the Stars of a charge back. */
    void refund(Batch batch, Payment payment, String charge) {
        var payer = payer(payment);
        payer.setStars(batch, payer.stars() + payment.invoice().amount());
        world.payments.save(batch, payment.with(new Payment.Outcome.Paid(charge, true)));
        world.payments.book(batch, payment, true);
        var refund = payment.invoice().charged().put("telegram_payment_charge_id", charge);
        post(batch, payer, "refunded_payment", refund);
    }

    private Chat payer(Payment payment) {
        return world.chats.find(payment.user()).orElseThrow();
    }

    private void post(Batch batch, Chat chat, String kind, ObjectNode content) {
        var message = chat.newMessage(chat.user());
        message.set(kind, content);
        chat.add(batch, new Message(message, null));
        world.updates.add(batch, "message", chat.id(), message);
    }
}
