package app.aisha.simulators.telegram;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.util.RawValue;

/** Long polling and who the bot is. */
final class UpdateMethods {

    private static final int MAX_TIMEOUT_SECONDS = 50;

    private final World world;
    private final Polling polling;

    UpdateMethods(World world, Polling polling) {
        this.world = world;
        this.polling = polling;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("getUpdates", this::getUpdates);
        methods.put("getMe", this::getMe);
        methods.put("logOut", _ -> Answer.TRUE);
        methods.put("close", _ -> Answer.TRUE);
    }

    private Answer getUpdates(Call call) throws IOException, InterruptedException {
        allowedUpdates(call).ifPresent(this::allow);
        var limit = (int) call.number("limit", 100, 1, 100);
        var timeout = Duration.ofSeconds(call.number("timeout", 0, 0, MAX_TIMEOUT_SECONDS));
        var result = Json.array();
        polling.poll(call.number("offset"), limit, timeout)
                .forEach(update -> result.addRawValue(new RawValue(update.text())));
        return Answer.of(result);
    }

    private void allow(Set<String> types) {
        if (!types.equals(world.read(world.updates::allowed))) {
            world.change(batch -> {
                world.updates.allow(batch, types);
                return types;
            });
        }
    }

    /** Empty when the parameter is absent, which keeps what was allowed before. */
    static Optional<Set<String>> allowedUpdates(Call call) {
        return call.json("allowed_updates", "can't parse allowed updates JSON object")
                .map(list -> {
                    Set<String> types = new HashSet<>();
                    list.forEach(type -> types.add(type.asString("")));
                    return types;
                });
    }

    private Answer getMe(Call call) {
        return Answer.of(world.read(world.bot::user)
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false));
    }
}
