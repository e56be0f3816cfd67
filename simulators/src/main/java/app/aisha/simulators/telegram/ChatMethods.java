package app.aisha.simulators.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is done with messages that are there: delete, pin, react, forward, copy; and what is known of a chat. */
final class ChatMethods {

    private static final long DELETABLE_SECONDS = 48 * 3600;
    private static final Set<String> REACTIONS =
            Set.of(("❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆"
                + " 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄"
                + " 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡")
                    .split(" "));

    private final World world;
    private final Sending sending;

    ChatMethods(World world) {
        this.world = world;
        sending = new Sending(world);
    }

    void addTo(Map<String, Method> methods) {
        methods.put("deleteMessage", this::deleteMessage);
        methods.put("deleteMessages", this::deleteMessages);
        methods.put("pinChatMessage", this::pinChatMessage);
        methods.put("unpinChatMessage", this::unpinChatMessage);
        methods.put("setMessageReaction", this::setMessageReaction);
        methods.put("forwardMessage", this::forwardMessage);
        methods.put("copyMessage", this::copyMessage);
        methods.put("getChat", this::getChat);
    }

    private Answer deleteMessage(Call call) {
        return world.change(batch -> {
            var chat = world.chats.named(call.text("chat_id"));
            var message = chat.find(call.number("message_id"))
                    .orElseThrow(() -> Refusal.badRequest("message to delete not found"));
            if (!deletable(message)) {
                throw Refusal.badRequest("message can't be deleted");
            }
            chat.delete(batch, message.id());
            return Answer.TRUE;
        });
    }

    private boolean deletable(Message message) {
        return world.clock.seconds() - message.date() <= DELETABLE_SECONDS;
    }

    private Answer deleteMessages(Call call) {
        var ids = call.json("message_ids", "can't parse message identifiers JSON object")
                .filter(JsonNode::isArray)
                .filter(list -> !list.isEmpty())
                .orElseThrow(() -> Refusal.badRequest("message identifiers are not specified"));
        if (ids.size() > 100) {
            throw Refusal.badRequest("too many message identifiers specified");
        }
        return world.change(batch -> {
            var chat = world.chats.named(call.text("chat_id"));
            List<Message> found = new ArrayList<>();
            ids.forEach(id -> chat.find(id.asLong(0)).filter(this::deletable).ifPresent(found::add));
            found.forEach(message -> chat.delete(batch, message.id()));
            return Answer.TRUE;
        });
    }

    private Answer pinChatMessage(Call call) {
        return world.change(batch -> {
            var chat = world.chats.writable(call.text("chat_id"));
            chat.pin(batch, found(chat, call, "message to pin not found").id());
            return Answer.TRUE;
        });
    }

    private Answer unpinChatMessage(Call call) {
        return world.change(batch -> {
            var chat = world.chats.writable(call.text("chat_id"));
            if (chat.pinned().isEmpty()) {
                throw Refusal.badRequest("message to unpin not found");
            }
            chat.pin(batch, 0);
            return Answer.TRUE;
        });
    }

    private static Message found(Chat chat, Call call, String complaint) {
        return chat.find(call.number("message_id")).orElseThrow(() -> Refusal.badRequest(complaint));
    }

    private Answer setMessageReaction(Call call) {
        var reaction =
                call.json("reaction", "can't parse reaction types JSON object").orElse(Json.array());
        if (reaction.size() > 1) {
            throw Refusal.badRequest("REACTIONS_TOO_MANY");
        }
        if (!reaction.valueStream().allMatch(ChatMethods::usable)) {
            throw Refusal.badRequest("REACTION_INVALID");
        }
        return world.read(() -> {
            var chat = world.chats.writable(call.text("chat_id"));
            var message = found(chat, call, "message to react not found");
            var event = Json.object().put("message_id", message.id());
            event.set("reaction", reaction);
            chat.events().publish("reaction", event);
            return Answer.TRUE;
        });
    }

    private static boolean usable(JsonNode reaction) {
        return reaction.path("type").asString("").equals("emoji")
                && REACTIONS.contains(reaction.path("emoji").asString("").replace("\ufe0f", ""));
    }

    private Answer forwardMessage(Call call) {
        var original = original(call, "message to forward not found", "message can't be forwarded");
        return Answer.of(sending.send(call, (_, message) -> Forwarding.addTo(message, original, "")));
    }

    private Answer copyMessage(Call call) {
        var original = original(call, "message to copy not found", "message can't be copied");
        if (original.json().has("invoice")) {
            throw Refusal.badRequest("message can't be copied");
        }
        var caption = call.parameters().containsKey("caption")
                ? Formatted.given(call, "caption").asCaption()
                : null;
        var sent = sending.send(call, (_, message) -> {
            ObjectNode content = Forwarding.content(original);
            content.remove("forward_origin");
            if (caption != null && !content.has("text")) {
                content.remove(List.of("caption", "caption_entities"));
                caption.addTo(content, "caption");
            }
            message.setAll(content);
        });
        return Answer.of(Json.object().set("message_id", sent.get("message_id")));
    }

    private Message original(Call call, String missing, String fixed) {
        return world.read(() -> {
            var message = found(world.chats.named(call.text("from_chat_id")), call, missing);
            if (message.isProtected() || message.isService()) {
                throw Refusal.badRequest(fixed);
            }
            return message;
        });
    }

    private Answer getChat(Call call) {
        return world.read(() -> {
            var chat = world.chats.named(call.text("chat_id"));
            var json = chat.asChat().put("accent_color_id", 0).put("max_reaction_count", 11);
            chat.pinned().ifPresent(message -> json.set("pinned_message", message.quoted()));
            return Answer.of(json);
        });
    }
}
