package app.aisha.simulators.telegram;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who the bot is: names, descriptions, commands and other settings, each under a key such as {@code name/ru}. Guarded by
 * the lock of the world.
 */
final class Profile {

    private static final long UNKNOWN_BOT = 1_000_000_001;

    private final Map<String, JsonNode> settings = new TreeMap<>();

    /** The number in the token of the latest call. */
    long id() {
        return get("id").map(id -> id.asLong(UNKNOWN_BOT)).orElse(UNKNOWN_BOT);
    }

    void calledAs(Batch batch, long id) {
        if (id() != id) {
            set(batch, "id", JsonNodeFactory.instance.numberNode(id));
        }
    }

    Optional<JsonNode> get(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    void set(Batch batch, String key, JsonNode value) {
        settings.put(key, value);
        batch.put("bot", key, value);
    }

    void unset(Batch batch, String key) {
        if (settings.remove(key) != null) {
            batch.remove("bot", key);
        }
    }

    String name() {
        return get("name/").map(name -> name.asString("")).orElse("Simulated bot");
    }

    String username() {
        return "simulated_bot";
    }

    /** The bot as the author of messages. */
    ObjectNode user() {
        return Json.object()
                .put("id", id())
                .put("is_bot", true)
                .put("first_name", name())
                .put("username", username());
    }

    void recall(Change change) {
        if (change.is("bot") && change.value() == null) {
            settings.remove(change.key());
        } else if (change.is("bot")) {
            settings.put(change.key(), change.value());
        }
    }

    Stream<Change> state() {
        return settings.entrySet().stream().map(entry -> new Change("bot", entry.getKey(), entry.getValue()));
    }
}
