package app.aisha.simulators.telegram;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The private chat of one user with the bot. Guarded by the lock of the world. */
final class Chat {

    private static final long DRAFT_SECONDS = 30;

    private record Draft(JsonNode shown, long until) {}

    private final ObjectNode user;
    private final VirtualClock clock;
    private final NavigableMap<Long, Message> messages = new TreeMap<>();
    private final ChatEvents events = new ChatEvents();
    private boolean started;
    private boolean blocked;
    private long lastMessageId;
    private long pinned;
    private long stars;
    private @Nullable Draft draft;

    Chat(ObjectNode user, VirtualClock clock) {
        this.user = user;
        this.clock = clock;
    }

    long id() {
        return user.path("id").asLong(0);
    }

    ObjectNode user() {
        return user;
    }

    ChatEvents events() {
        return events;
    }

    boolean started() {
        return started;
    }

    boolean blocked() {
        return blocked;
    }

    /** The Telegram Stars of the user. */
    long stars() {
        return stars;
    }

    void setStars(Batch batch, long now) {
        stars = now;
        save(batch);
        batch.afterwards(() -> events.publish("stars", Json.object().put("stars", now)));
    }

    Optional<Message> pinned() {
        return find(pinned);
    }

    /** As the {@code chat} field of messages. */
    ObjectNode asChat() {
        var chat = Json.object().put("id", id());
        for (var field : List.of("first_name", "last_name", "username")) {
            if (user.has(field)) {
                chat.set(field, user.get(field));
            }
        }
        return chat.put("type", "private");
    }

    /** Not yet in the chat; {@link #add} puts it there. */
    ObjectNode newMessage(JsonNode from) {
        var message = Json.object().put("message_id", ++lastMessageId);
        message.set("from", from);
        message.set("chat", asChat());
        return message.put("date", clock.seconds());
    }

    void add(Batch batch, Message message) {
        put(batch, message, "message");
        if (message.fromBot()) {
            draft = null;
        }
    }

    void replace(Batch batch, Message message) {
        put(batch, message, "edit");
    }

    private void put(Batch batch, Message message, String event) {
        messages.put(message.id(), message);
        batch.put("message", id() + "/" + message.id(), message.toJournal());
        batch.afterwards(() -> events.publish(event, message.seenByUser()));
    }

    void delete(Batch batch, long messageId) {
        messages.remove(messageId);
        batch.remove("message", id() + "/" + messageId);
        batch.afterwards(() -> events.publish("delete", Json.object().put("message_id", messageId)));
    }

    Optional<Message> find(long messageId) {
        return Optional.ofNullable(messages.get(messageId));
    }

    Collection<Message> messages() {
        return messages.values();
    }

    void start(Batch batch) {
        if (!started) {
            started = true;
            save(batch);
        }
    }

    void setBlocked(Batch batch, boolean now) {
        blocked = now;
        save(batch);
    }

    void pin(Batch batch, long messageId) {
        pinned = messageId;
        save(batch);
    }

    void show(JsonNode shown) {
        draft = new Draft(shown, clock.seconds() + DRAFT_SECONDS);
        events.publish("draft", shown);
    }

    Optional<JsonNode> draft() {
        return Optional.ofNullable(draft)
                .filter(current -> clock.seconds() < current.until())
                .map(Draft::shown);
    }

    void save(Batch batch) {
        batch.put("chat", Long.toString(id()), toJournal());
    }

    private ObjectNode toJournal() {
        var entry = Json.object()
                .put("started", started)
                .put("blocked", blocked)
                .put("last", lastMessageId)
                .put("pinned", pinned)
                .put("stars", stars);
        entry.set("user", user);
        return entry;
    }

    void recall(JsonNode entry) {
        started = entry.path("started").asBoolean(false);
        blocked = entry.path("blocked").asBoolean(false);
        pinned = entry.path("pinned").asLong(0);
        stars = entry.path("stars").asLong(Payments.NEWCOMERS_STARS);
        lastMessageId = Math.max(lastMessageId, entry.path("last").asLong(0));
    }

    void recallMessage(long messageId, @Nullable JsonNode entry) {
        lastMessageId = Math.max(lastMessageId, messageId);
        if (entry == null) {
            messages.remove(messageId);
        } else {
            messages.put(messageId, Message.fromJournal(entry));
        }
    }

    Stream<Change> state() {
        return Stream.concat(
                Stream.of(new Change("chat", Long.toString(id()), toJournal())),
                messages.values().stream()
                        .map(message -> new Change("message", id() + "/" + message.id(), message.toJournal())));
    }
}
