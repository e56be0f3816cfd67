package app.aisha.app.architecture.wrong;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** A use case as it must not be: open to heirs, with an open outcome, and looking at the clock on the wall. */
public class LayEgg {

    /** Anybody may add to it. */
    public interface Outcome {}

    Instant now() {
        return Instant.now();
    }

    Supplier<Instant> nowByReference() {
        return Instant::now;
    }

    InstantSource wall() {
        return InstantSource.system();
    }

    long millis() {
        return System.currentTimeMillis();
    }
}
