package app.aisha.simulators.telegram;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** The control calls that are about the server: clock, faults, call log, updates as Telegram would not send them. */
final class Switches {

    private final World world;
    private final Polling polling;
    private final Faults faults;
    private final CallLog log;

    Switches(World world, Polling polling, Faults faults, CallLog log) {
        this.world = world;
        this.polling = polling;
        this.faults = faults;
        this.log = log;
    }

    void addTo(ControlApi control) {
        control.route("GET state", _ -> Optional.of(state()));
        control.route("POST clock", request -> Optional.of(advance(request.body())));
        control.route("POST faults", request -> Optional.of(fault(request.body())));
        control.route("GET faults", _ -> Optional.of(allFaults()));
        control.route("DELETE faults", _ -> Optional.of(clearFaults()));
        control.route("DELETE faults/*", request -> Optional.of(removeFault(request.number())));
        control.route("GET calls", request -> Optional.of(calls(request)));
        control.route("DELETE calls", _ -> Optional.of(clearCalls()));
        control.route("POST updates", request -> Optional.of(update(request.body())));
        control.route("POST redeliver", request -> Optional.of(redeliver(request.body())));
        control.route("POST hold", request -> Optional.of(hold(request.body())));
        control.route("POST release", request -> Optional.of(release(request.body())));
    }

    private static ObjectNode done() {
        return Json.object().put("done", true);
    }

    private JsonNode state() {
        return world.read(() -> {
            var webhook = world.bot.get("webhook").isPresent();
            return Json.object()
                    .put("intake", webhook ? "webhook" : polling.active() ? "polling" : "none")
                    .put("pending_updates", world.updates.pending().size())
                    .put("waiting_polls", polling.waiting())
                    .put("next_update_id", world.updates.nextId())
                    .put("users", world.chats.all().size())
                    .put("faults", faults.all().size())
                    .put("now", world.clock.instant().toString());
        });
    }

    private JsonNode advance(JsonNode wish) {
        var seconds = wish.path("advance_seconds").asLong(0);
        if (seconds <= 0) {
            throw new Refusal(400, "advance_seconds must be positive");
        }
        world.advance(Duration.ofSeconds(seconds));
        return Json.object().put("now", world.clock.instant().toString());
    }

    private JsonNode fault(JsonNode wish) {
        return faults.add(wish).toJson();
    }

    private JsonNode allFaults() {
        var list = Json.array();
        faults.all().forEach(fault -> list.add(fault.toJson()));
        return list;
    }

    private JsonNode clearFaults() {
        faults.clear();
        return done();
    }

    private JsonNode removeFault(long id) {
        if (!faults.remove(id)) {
            throw new Refusal(404, "no such fault");
        }
        return done();
    }

    private JsonNode calls(ControlApi.Request request) {
        var query = request.query();
        var list = Json.array();
        log.matching(query.getOrDefault("method", ""), query.getOrDefault("chat_id", ""))
                .forEach(entry -> list.addRawValue(new RawValue(Json.write(entry.toJson()))));
        return list;
    }

    private JsonNode clearCalls() {
        log.clear();
        return done();
    }

    private JsonNode update(JsonNode wish) {
        return world.change(batch -> {
            if (wish.path("raw").isString()) {
                var queued = world.updates.addRaw(batch, wish.path("raw").stringValue());
                return Json.object().put("update_id", queued.id());
            }
            if (!(wish.get("update") instanceof ObjectNode update)) {
                throw new Refusal(400, "raw or update is missing");
            }
            if (!update.has("update_id")) {
                update.put("update_id", world.updates.nextId());
            }
            var queued = world.updates.addRaw(batch, Json.write(update));
            return Json.object().put("update_id", queued.id());
        });
    }

    private JsonNode redeliver(JsonNode wish) {
        var id = wish.path("update_id").asLong(0);
        var times = Math.clamp(wish.path("times").asInt(1), 1, 1000);
        var parallel = wish.path("parallel").asBoolean(false);
        var known = world.change(batch -> world.updates.addAgain(batch, id, times, parallel));
        if (!known) {
            throw new Refusal(404, "no such update among the last 1000");
        }
        return done();
    }

    private JsonNode hold(JsonNode wish) {
        return world.read(() -> {
            world.updates.hold(wish.path("chat_id").asLong(0));
            return done();
        });
    }

    private JsonNode release(JsonNode wish) {
        var reversed = "reversed".equals(wish.path("order").asString(""));
        return world.change(batch -> Json.object()
                .put(
                        "released",
                        world.updates.release(batch, wish.path("chat_id").asLong(0), reversed)));
    }
}
