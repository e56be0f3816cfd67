package app.aisha.bot.wire;

import app.aisha.bot.screen.Action;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Buttons as callback data and back. Thread-safe. */
public final class Actions {

    /** Limit of {@code callback_data}, Bot API. */
    private static final int LIMIT_BYTES = 64;

    private final RecordWire<Action> wire;

    public Actions(List<Class<? extends Action>> sets) {
        this.wire = new RecordWire<>(Action.class, sets, RecordWire::annotated);
    }

    public String pack(Action action) {
        var data = wire.pack(action);
        if (data.getBytes(StandardCharsets.UTF_8).length > LIMIT_BYTES) {
            throw new IllegalArgumentException(data + " does not fit a button");
        }
        return data;
    }

    /** Empty for data we did not write: forged, or from a version that is gone. */
    public Optional<Action> unpack(String data) {
        return wire.unpack(data);
    }

    public Set<String> names() {
        return wire.names();
    }
}
