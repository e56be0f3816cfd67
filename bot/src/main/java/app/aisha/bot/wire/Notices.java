package app.aisha.bot.wire;

import app.aisha.core.work.Notice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Notices as strings and back, named {@code Set.Record}, because the core does not know the wire. Thread-safe.
 */
public final class Notices {

    private final RecordWire<Notice> wire;

    public Notices(List<Class<? extends Notice>> sets) {
        this.wire = new RecordWire<>(
                Notice.class, sets, type -> type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName());
    }

    public String pack(Notice notice) {
        return wire.pack(notice);
    }

    public Optional<Notice> unpack(String notice) {
        return wire.unpack(notice);
    }

    public Set<String> names() {
        return wire.names();
    }
}
