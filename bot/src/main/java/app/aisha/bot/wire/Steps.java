package app.aisha.bot.wire;

import app.aisha.bot.screen.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Awaited steps as strings and back. Thread-safe. */
public final class Steps {

    private final RecordWire<Step> wire;

    public Steps(List<Class<? extends Step>> sets) {
        this.wire = new RecordWire<>(Step.class, sets, RecordWire::annotated);
    }

    public String pack(Step step) {
        return wire.pack(step);
    }

    public Optional<Step> unpack(String step) {
        return wire.unpack(step);
    }

    public Set<String> names() {
        return wire.names();
    }
}
