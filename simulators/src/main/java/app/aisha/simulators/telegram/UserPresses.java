package app.aisha.simulators.telegram;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What users do with inline keyboards, honest or not. */
final class UserPresses {

    private final World world;
    private final Users users;

    UserPresses(World world, Users users) {
        this.world = world;
        this.users = users;
    }

    void addTo(ControlApi control) {
        control.route("POST chats/*/press", request -> Optional.of(press(request.number(), request.body())));
    }

    private JsonNode press(long user, JsonNode wish) {
        return world.change(batch -> {
            var chat = users.chatOf(user);
            var message = chat.find(wish.path("message_id").asLong(0));
            var data = wish.path("data").isString()
                    ? wish.path("data").stringValue()
                    : dataBehind(message.orElseThrow(() -> new Refusal(404, "no such message")), wish);
            var id = world.callbacks.press(batch, user);
            var query = Json.object().put("id", id);
            query.set("from", chat.user());
            query.set("message", message.map(Message::json).orElseGet(() -> inaccessible(chat, wish)));
            query.put("chat_instance", Long.toString(user * 2_654_435_761L));
            query.put("data", data);
            world.updates.add(batch, "callback_query", user, query);
            return Json.object().put("callback_query_id", id);
        });
    }

    private static ObjectNode inaccessible(Chat chat, JsonNode wish) {
        var message = Json.object();
        message.set("chat", chat.asChat());
        return message.put("message_id", wish.path("message_id").asLong(0)).put("date", 0);
    }

    private static String dataBehind(Message message, JsonNode wish) {
        var wanted = wish.path("button").asString("");
        var button = buttons(message)
                .filter(candidate -> candidate.path("text").asString("").equals(wanted))
                .findFirst()
                .or(() -> buttons(message)
                        .filter(candidate ->
                                candidate.path("callback_data").asString("").equals(wanted))
                        .findFirst())
                .orElseThrow(() -> new Refusal(
                        404,
                        "no such button; there are: "
                                + buttons(message)
                                        .map(candidate -> candidate.path("text").asString(""))
                                        .toList()));
        if (!button.has("callback_data")) {
            throw new Refusal(400, "this button sends nothing to the bot");
        }
        return button.path("callback_data").asString("");
    }

    private static Stream<JsonNode> buttons(Message message) {
        return message.json()
                .path("reply_markup")
                .path("inline_keyboard")
                .valueStream()
                .flatMap(JsonNode::valueStream);
    }
}
