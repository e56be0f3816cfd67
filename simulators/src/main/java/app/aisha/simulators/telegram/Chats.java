package app.aisha.simulators.telegram;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All users and their chats with the bot. Guarded by the lock of the world. */
final class Chats {

    private static final long FIRST_USER = 700_000_001;

    private final VirtualClock clock;
    private final Map<Long, Chat> byId = new LinkedHashMap<>();
    private long lastId = FIRST_USER - 1;

    Chats(VirtualClock clock) {
        this.clock = clock;
    }

    /** A new user with the fields of {@code wish}; without an {@code id} there the next free one is given. */
    Chat create(Batch batch, JsonNode wish) {
        var id = wish.path("id").asLong(lastId + 1);
        var user = Json.object().put("id", id).put("is_bot", false);
        for (var field : List.of("first_name", "last_name", "username", "language_code")) {
            if (wish.path(field).isString()) {
                user.set(field, wish.get(field));
            }
        }
        var chat = new Chat(user, clock);
        lastId = Math.max(lastId, id);
        byId.put(id, chat);
        chat.save(batch);
        return chat;
    }

    Optional<Chat> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<Chat> all() {
        return byId.values();
    }

    /** The chat a bot names by {@code chat_id}. */
    Chat named(String chatId) {
        if (chatId.isEmpty()) {
            throw Refusal.badRequest("chat_id is empty");
        }
        return Optional.of(chatId)
                .filter(id -> id.matches("-?\\d{1,18}"))
                .flatMap(id -> find(Long.parseLong(id)))
                .orElseThrow(() -> Refusal.badRequest("chat not found"));
    }

    /** The chat a bot names, if the bot may write there. */
    Chat writable(String chatId) {
        var chat = named(chatId);
        if (!chat.started()) {
            throw Refusal.forbidden("bot can't initiate conversation with a user");
        }
        if (chat.blocked()) {
            throw Refusal.forbidden("bot was blocked by the user");
        }
        return chat;
    }

    void recall(Change change) {
        if (change.is("chat") && change.value() instanceof ObjectNode entry) {
            var id = Long.parseLong(change.key());
            lastId = Math.max(lastId, id);
            byId.computeIfAbsent(id, _ -> new Chat((ObjectNode) entry.path("user"), clock))
                    .recall(entry);
        } else if (change.is("message")) {
            var slash = change.key().indexOf('/');
            var chat = byId.get(Long.parseLong(change.key().substring(0, slash)));
            if (chat != null) {
                chat.recallMessage(Long.parseLong(change.key().substring(slash + 1)), change.value());
            }
        }
    }

    Stream<Change> state() {
        return byId.values().stream().flatMap(Chat::state);
    }
}
