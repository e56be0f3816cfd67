package app.aisha.simulators.telegram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the bot has not confirmed yet. Guarded by the lock of the world. */
final class Updates {

    static final Set<String> NOT_BY_DEFAULT = Set.of("chat_member", "message_reaction", "message_reaction_count");

    private static final long MESSAGE_SECONDS = 24 * 3600;
    private static final long QUERY_SECONDS = 150;
    private static final int REMEMBERED = 1000;

    private final VirtualClock clock;
    private final Condition arrival;
    private final NavigableMap<Long, Update> pending = new TreeMap<>();
    private final Map<Long, List<Consumer<Batch>>> held = new HashMap<>();
    private final Map<Long, Update> recent = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Update> eldest) {
            return size() > REMEMBERED;
        }
    };
    private long nextId = 100_000_001;
    private long nextOnce = -1;
    private Set<String> allowed = Set.of();
    private Consumer<Update> listener = _ -> {};

    Updates(VirtualClock clock, ReentrantLock lock) {
        this.clock = clock;
        arrival = lock.newCondition();
    }

    /** Signalled when an update arrives or when a waiting poll has to end. */
    Condition arrival() {
        return arrival;
    }

    /** Told of every update after it is journalled. */
    void listen(Consumer<Update> consumer) {
        listener = consumer;
    }

    /** Empty means all but {@link #NOT_BY_DEFAULT}; affects only what comes later. */
    void allow(Batch batch, Set<String> types) {
        allowed = Set.copyOf(types);
        var list = Json.array();
        allowed.stream().sorted().forEach(list::add);
        batch.put("allowed", "", list);
    }

    Set<String> allowed() {
        return allowed;
    }

    /** Queues an update of the chat or, if the bot does not want this type, drops it. */
    void add(Batch batch, String type, long chat, JsonNode payload) {
        var waiting = held.get(chat);
        if (waiting != null) {
            waiting.add(later -> enqueue(later, type, chat, payload));
        } else {
            enqueue(batch, type, chat, payload);
        }
    }

    private void enqueue(Batch batch, String type, long chat, JsonNode payload) {
        if (allowed.isEmpty() ? NOT_BY_DEFAULT.contains(type) : !allowed.contains(type)) {
            return;
        }
        var update = Json.object().put("update_id", nextId);
        update.set(type, payload);
        var lane = lane(type);
        var expires = clock.seconds() + (lane.equals("chat") ? MESSAGE_SECONDS : QUERY_SECONDS);
        put(batch, new Update(nextId, lane + "/" + chat, expires, Json.write(update)));
    }

    /** Queries do not wait behind messages. */
    private static String lane(String type) {
        return switch (type) {
            case "callback_query" -> "callback";
            case "pre_checkout_query" -> "payment";
            default -> "chat";
        };
    }

    /** Queues any text; one without an own, new {@code update_id} is handed out once. */
    Update addRaw(Batch batch, String text) {
        var named = Json.tryRead(text)
                .map(json -> json.path("update_id"))
                .filter(id -> id.isIntegralNumber() && id.canConvertToLong())
                .map(id -> id.asLong(0))
                .filter(id -> id >= nextId || pending.containsKey(id));
        var id = named.orElseGet(() -> nextOnce--);
        var update = new Update(id, "raw/" + id, clock.seconds() + MESSAGE_SECONDS, text);
        put(batch, update);
        return update;
    }

    /** The id the next update will have. */
    long nextId() {
        return nextId;
    }

    /** Queues copies of an update although it was confirmed; false when it is no longer remembered. */
    boolean addAgain(Batch batch, long updateId, int times, boolean parallel) {
        var original = recent.get(updateId);
        if (original == null) {
            return false;
        }
        for (int copy = 0; copy < times; copy++) {
            var lane = "again/" + updateId + (parallel ? "/" + copy : "");
            put(batch, new Update(nextOnce--, lane, clock.seconds() + MESSAGE_SECONDS, original.text()));
        }
        return true;
    }

    private void put(Batch batch, Update update) {
        remember(update);
        batch.put("update", Long.toString(update.id()), update.toJournal());
        batch.afterwards(() -> {
            arrival.signalAll();
            listener.accept(update);
        });
    }

    private void remember(Update update) {
        pending.put(update.id(), update);
        nextId = Math.max(nextId, update.id() + 1);
        nextOnce = Math.min(nextOnce, update.id() - 1);
        if (!update.once()) {
            recent.put(update.id(), update);
        }
    }

    /** Keeps back the updates of a chat until {@link #release}. */
    void hold(long chat) {
        held.computeIfAbsent(chat, _ -> new ArrayList<>());
    }

    /** Queues what was kept back, in the order it came or the other way round. */
    int release(Batch batch, long chat, boolean reversed) {
        var waiting = Optional.ofNullable(held.remove(chat)).orElse(List.of());
        (reversed ? waiting.reversed() : waiting).forEach(update -> update.accept(batch));
        return waiting.size();
    }

    /** Forgets everything below a positive offset; a negative one keeps that many from the end. */
    void confirm(Batch batch, long offset) {
        var first = offset >= 0 ? offset : fromTheEnd(-offset);
        var confirmed = pending.subMap(0L, first);
        if (!confirmed.isEmpty()) {
            confirmed.clear();
            batch.put("confirmed", "", JsonNodeFactory.instance.numberNode(first));
        }
    }

    private long fromTheEnd(long count) {
        return pending.tailMap(0L, true).descendingKeySet().stream()
                .skip(count - 1)
                .findFirst()
                .orElse(0L);
    }

    /** The oldest updates from the offset on, preceded by those that are handed out once. */
    List<Update> take(Batch batch, long offset, int limit) {
        List<Update> taken = new ArrayList<>();
        Set<String> lanes = new HashSet<>();
        pending.headMap(0L, false).descendingMap().values().stream()
                .filter(update -> lanes.add(update.lane()))
                .limit(limit)
                .forEach(taken::add);
        taken.forEach(update -> done(batch, update));
        var now = clock.seconds();
        pending.tailMap(Math.max(0, offset)).values().stream()
                .filter(update -> update.expires() >= now)
                .limit(limit - taken.size())
                .forEach(taken::add);
        return taken;
    }

    private void dropExpired() {
        var now = clock.seconds();
        pending.values().removeIf(update -> update.expires() < now);
    }

    /** Delivered by webhook or handed out once. */
    void done(Batch batch, Update update) {
        if (pending.remove(update.id()) != null) {
            batch.remove("update", Long.toString(update.id()));
        }
    }

    boolean isPending(Update update) {
        return pending.containsKey(update.id()) && update.expires() >= clock.seconds();
    }

    List<Update> pending() {
        dropExpired();
        return List.copyOf(pending.values());
    }

    void dropAll(Batch batch) {
        pending().forEach(update -> done(batch, update));
    }

    void recall(Change change) {
        var value = change.value();
        if (change.is("update") && value == null) {
            pending.remove(Long.parseLong(change.key()));
        } else if (change.is("update") && value != null) {
            remember(Update.fromJournal(Long.parseLong(change.key()), value));
        } else if (change.is("confirmed") && value != null) {
            nextId = Math.max(nextId, value.asLong(0));
            pending.subMap(0L, value.asLong(0)).clear();
        } else if (change.is("allowed") && value != null) {
            Set<String> types = new HashSet<>();
            value.forEach(type -> types.add(type.asString("")));
            allowed = types;
        }
    }

    Stream<Change> state() {
        var first = pending.tailMap(0L).keySet().stream().findFirst().orElse(nextId);
        var batch = new Batch();
        allow(batch, allowed);
        batch.put("confirmed", "", JsonNodeFactory.instance.numberNode(first));
        pending.values().forEach(update -> batch.put("update", Long.toString(update.id()), update.toJournal()));
        return batch.changes().stream();
    }
}
