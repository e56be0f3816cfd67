package app.aisha.simulators.telegram;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What all methods that put a message into a chat have in common. */
final class Sending {

    /** Adds what is particular to a message. */
    interface Content {
        void addTo(Batch batch, ObjectNode message);
    }

    private final World world;

    Sending(World world) {
        this.world = world;
    }

    /** Sends one message to the chat the call names and returns it. */
    ObjectNode send(Call call, Content content) {
        return send(call, Markup.of(call), content);
    }

    ObjectNode send(Call call, Markup markup, Content content) {
        return sendAll(call, markup, List.of(content)).getFirst();
    }

    List<ObjectNode> sendAll(Call call, Markup markup, List<Content> contents) {
        return world.change(batch -> {
            var chat = world.chats.writable(call.text("chat_id"));
            var replied = replied(chat, call);
            return contents.stream()
                    .map(content -> {
                        var message = chat.newMessage(world.bot.user());
                        replied.ifPresent(original -> message.set("reply_to_message", original.quoted()));
                        content.addTo(batch, message);
                        finish(message, call, markup);
                        chat.add(batch, new Message(message, markup.keyboard()));
                        return message;
                    })
                    .toList();
        });
    }

    private static void finish(ObjectNode message, Call call, Markup markup) {
        if (markup.inline() != null) {
            message.set("reply_markup", markup.inline());
        }
        if (call.flag("protect_content")) {
            message.put("has_protected_content", true);
        }
        call.given("message_effect_id").ifPresent(effect -> message.put("effect_id", effect));
    }

    private static Optional<Message> replied(Chat chat, Call call) {
        var given = call.json("reply_parameters", "can't parse reply parameters JSON object");
        var id = given.map(json -> json.path("message_id").asLong(0)).orElse(call.number("reply_to_message_id"));
        if (given.isEmpty() && id == 0) {
            return Optional.empty();
        }
        var without = given.map(json -> json.path("allow_sending_without_reply").asBoolean(false))
                .orElse(call.flag("allow_sending_without_reply"));
        var original = chat.find(id);
        if (original.isEmpty() && !without) {
            throw Refusal.badRequest("message to be replied not found");
        }
        return original;
    }
}
