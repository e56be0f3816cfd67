package app.aisha.simulators.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Button presses that wait for their answer. Guarded by the lock of the world. */
final class Callbacks {

    private static final long ANSWERABLE_SECONDS = 15 * 60;

    private record Press(long user, long date) {

        ObjectNode toJson() {
            return Json.object().put("user", user).put("date", date);
        }
    }

    private final VirtualClock clock;
    private final Map<String, Press> waiting = new LinkedHashMap<>();

    Callbacks(VirtualClock clock) {
        this.clock = clock;
    }

    String press(Batch batch, long user) {
        var id = Long.toString(ThreadLocalRandom.current().nextLong(1L << 60, Long.MAX_VALUE));
        var press = new Press(user, clock.seconds());
        waiting.put(id, press);
        batch.put("press", id, press.toJson());
        return id;
    }

    /** Takes the press off the list and names its user; empty when it is unknown, answered or too old. */
    Optional<Long> answer(Batch batch, String id) {
        var press = waiting.remove(id);
        if (press == null) {
            return Optional.empty();
        }
        batch.remove("press", id);
        return Optional.of(press)
                .filter(pressed -> clock.seconds() - pressed.date() <= ANSWERABLE_SECONDS)
                .map(Press::user);
    }

    void recall(Change change) {
        var value = change.value();
        if (change.is("press") && value == null) {
            waiting.remove(change.key());
        } else if (change.is("press") && value != null) {
            var user = value.path("user").asLong(0);
            waiting.put(change.key(), new Press(user, value.path("date").asLong(0)));
        }
    }

    Stream<Change> state() {
        return waiting.entrySet().stream()
                .map(press ->
                        new Change("press", press.getKey(), press.getValue().toJson()));
    }
}
