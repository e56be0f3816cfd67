package app.aisha.simulators.telegram;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What users do with texts: join, write, edit, forward, press, block. */
final class Users {

    private static final int MAX_TEXT = 4096;

    private final World world;

    Users(World world) {
        this.world = world;
    }

    void addTo(ControlApi control) {
        control.route("POST users", request -> Optional.of(join(request.body())));
        control.route("GET users", _ -> Optional.of(all()));
        control.route("GET chats/*", request -> Optional.of(chat(request.number())));
        control.route("GET chats/*/messages", request -> Optional.of(messages(request.number())));
        control.route("POST chats/*/text", request -> Optional.of(write(request.number(), request.body())));
        control.route("POST chats/*/edit", request -> Optional.of(edit(request.number(), request.body())));
        control.route("POST chats/*/forward", request -> Optional.of(forward(request.number(), request.body())));
        control.route("POST chats/*/block", request -> Optional.of(block(request.number(), request.body())));
    }

    private JsonNode join(JsonNode wish) {
        if (wish.path("first_name").asString("").isBlank()) {
            throw new Refusal(400, "first_name is missing");
        }
        var stars = wish.has("stars") ? UserPayments.stars(wish, "stars") : -1;
        return world.change(batch -> {
            if (world.chats.find(wish.path("id").asLong(0)).isPresent()) {
                throw new Refusal(409, "there is a user with this id");
            }
            var chat = world.chats.create(batch, wish);
            chat.setStars(batch, stars < 0 ? world.payments.newcomersStars() : stars);
            return chat.user();
        });
    }

    private JsonNode all() {
        return world.read(() -> {
            var users = Json.array();
            world.chats.all().forEach(chat -> users.add(chat.user()));
            return users;
        });
    }

    private JsonNode chat(long user) {
        return world.read(() -> {
            var chat = chatOf(user);
            var json = Json.object()
                    .put("started", chat.started())
                    .put("blocked", chat.blocked())
                    .put("stars", chat.stars());
            json.set("user", chat.user());
            chat.draft().ifPresent(draft -> json.set("draft", draft));
            return json;
        });
    }

    private JsonNode messages(long user) {
        return world.read(() -> {
            var messages = Json.array();
            chatOf(user).messages().forEach(message -> messages.add(message.seenByUser()));
            return messages;
        });
    }

    Chat chatOf(long user) {
        return world.chats.find(user).orElseThrow(() -> new Refusal(404, "no such user"));
    }

    /** Puts a message of the user into the chat and queues its update. */
    ObjectNode post(Batch batch, Chat chat, JsonNode wish, Sending.Content content) {
        if (chat.blocked()) {
            throw new Refusal(409, "the user has blocked the bot");
        }
        var replied = Optional.of(wish.path("reply_to").asLong(0))
                .filter(id -> id > 0)
                .map(id -> chat.find(id).orElseThrow(() -> new Refusal(404, "no message to reply to")));
        var message = chat.newMessage(chat.user());
        replied.ifPresent(original -> message.set("reply_to_message", original.quoted()));
        content.addTo(batch, message);
        chat.start(batch);
        chat.add(batch, new Message(message, null));
        world.updates.add(batch, "message", chat.id(), message);
        return message;
    }

    private JsonNode write(long user, JsonNode wish) {
        var text = typed(wish);
        return world.change(batch -> post(batch, chatOf(user), wish, (_, message) -> text.addTo(message, "text")));
    }

    private static Formatted typed(JsonNode wish) {
        var text = Formatted.typed(wish.path("text").asString(""));
        if (text.text().isEmpty()) {
            throw new Refusal(400, "text is missing");
        }
        if (text.text().length() > MAX_TEXT) {
            throw new Refusal(400, "text is longer than " + MAX_TEXT);
        }
        return text;
    }

    private JsonNode edit(long user, JsonNode wish) {
        var text = typed(wish);
        return world.change(batch -> {
            var chat = chatOf(user);
            var original = messageOf(chat, wish);
            if (original.fromBot() || original.isService()) {
                throw new Refusal(403, "only own messages can be edited");
            }
            var edited = original.json().deepCopy().put("edit_date", world.clock.seconds());
            var field = edited.has("text") ? "text" : "caption";
            edited.remove(field.equals("text") ? "entities" : "caption_entities");
            text.addTo(edited, field);
            chat.replace(batch, new Message(edited, null));
            world.updates.add(batch, "edited_message", chat.id(), edited);
            return edited;
        });
    }

    Message messageOf(Chat chat, JsonNode wish) {
        return chat.find(wish.path("message_id").asLong(0)).orElseThrow(() -> new Refusal(404, "no such message"));
    }

    private JsonNode forward(long user, JsonNode wish) {
        return world.change(batch -> {
            var chat = chatOf(user);
            var original = messageOf(chat, wish);
            if (original.isService()) {
                throw new Refusal(409, "service messages cannot be forwarded");
            }
            var hidden = wish.path("hidden_user_name").asString("");
            return post(batch, chat, wish, (_, message) -> Forwarding.addTo(message, original, hidden));
        });
    }

    private JsonNode block(long user, JsonNode wish) {
        var now = wish.path("blocked").asBoolean(true);
        return world.change(batch -> {
            var chat = chatOf(user);
            if (chat.blocked() != now) {
                chat.setBlocked(batch, now);
                world.updates.add(batch, "my_chat_member", chat.id(), membership(chat, now));
            }
            return Json.object().put("blocked", now);
        });
    }

    private ObjectNode membership(Chat chat, boolean blocked) {
        var update = Json.object();
        update.set("chat", chat.asChat());
        update.set("from", chat.user());
        update.put("date", world.clock.seconds());
        update.set("old_chat_member", member(!blocked));
        update.set("new_chat_member", member(blocked));
        return update;
    }

    private ObjectNode member(boolean kicked) {
        var member = Json.object();
        member.set("user", world.bot.user());
        member.put("status", kicked ? "kicked" : "member");
        return kicked ? member.put("until_date", 0) : member;
    }
}
