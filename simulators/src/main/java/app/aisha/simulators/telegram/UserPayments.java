package app.aisha.simulators.telegram;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What users do with Stars: own them and pay; and the refunds of Telegram's support. */
final class UserPayments {

    private static final long MOST_STARS = 1_000_000_000;

    private final World world;
    private final Users users;
    private final Checkout checkout;

    UserPayments(World world, Users users, Checkout checkout) {
        this.world = world;
        this.users = users;
        this.checkout = checkout;
    }

    void addTo(ControlApi control) {
        control.route("POST chats/*/pay", request -> Optional.of(pay(request.number(), request.body())));
        control.route("POST chats/*/stars", request -> Optional.of(setStars(request.number(), request.body())));
        control.route("POST stars", request -> Optional.of(setNewcomersStars(request.body())));
        control.route(
                "GET invoice", request -> Optional.of(behind(request.query().getOrDefault("link", ""))));
        control.route("GET payments", this::list);
        control.route(
                "GET payments/*",
                request ->
                        Optional.of(world.read(() -> payment(request.subject()).toJson())));
        control.route("POST payments/*/refund", request -> Optional.of(refund(request.subject())));
    }

    private JsonNode pay(long user, JsonNode wish) {
        return world.change(batch -> {
            var payer = users.chatOf(user);
            var source = source(user, wish);
            var invoice =
                    world.payments.invoice(source).orElseThrow(() -> new Refusal(404, "there is no such invoice"));
            if (isForwarded(user, wish) && !invoice.startParameter().isEmpty()) {
                throw new Refusal(409, "a forwarded copy of this invoice leads to the bot, it cannot be paid");
            }
            return checkout.ask(batch, payer, source, invoice).toJson();
        });
    }

    private JsonNode behind(String link) {
        return world.read(() -> world.payments
                .invoice(link)
                .filter(_ -> Payments.isLink(link))
                .orElseThrow(() -> new Refusal(404, "there is no such invoice"))
                .shown());
    }

    private static boolean isForwarded(long user, JsonNode wish) {
        return wish.path("from_chat").asLong(user) != user;
    }

    private String source(long user, JsonNode wish) {
        if (wish.path("link").isString()) {
            return wish.path("link").stringValue();
        }
        var owner = users.chatOf(wish.path("from_chat").asLong(user));
        return Payments.source(owner.id(), users.messageOf(owner, wish).id());
    }

    /** A number of Stars somebody may own. */
    static long stars(JsonNode wish, String field) {
        var stars = wish.path(field).asLong(-1);
        if (stars < 0 || stars > MOST_STARS) {
            throw new Refusal(400, field + " must be a number from 0 to " + MOST_STARS);
        }
        return stars;
    }

    private JsonNode setStars(long user, JsonNode wish) {
        var stars = stars(wish, "stars");
        return world.change(batch -> {
            users.chatOf(user).setStars(batch, stars);
            return Json.object().put("stars", stars);
        });
    }

    private JsonNode setNewcomersStars(JsonNode wish) {
        var stars = stars(wish, "new_users");
        return world.change(batch -> {
            world.payments.giveNewcomers(batch, stars);
            return Json.object().put("new_users", stars);
        });
    }

    private Optional<JsonNode> list(ControlApi.Request request) {
        var user = request.query().getOrDefault("user", "");
        return Optional.of(world.read(() -> {
            var list = Json.array();
            world.payments
                    .all()
                    .filter(payment -> user.isEmpty() || user.equals(Long.toString(payment.user())))
                    .forEach(payment -> list.add(payment.toJson()));
            return list;
        }));
    }

    private Payment payment(String id) {
        return world.payments.find(id).orElseThrow(() -> new Refusal(404, "no such payment"));
    }

    private JsonNode refund(String id) {
        return world.change(batch -> switch (payment(id).outcome()) {
            case Payment.Outcome.Paid paid -> {
                if (paid.refunded()) {
                    throw new Refusal(409, "CHARGE_ALREADY_REFUNDED");
                }
                checkout.refund(batch, payment(id), paid.charge());
                yield payment(id).toJson();
            }
            case Payment.Outcome.Waiting _, Payment.Outcome.Declined _, Payment.Outcome.Expired _ ->
                throw new Refusal(409, "nothing was charged");
        });
    }
}
