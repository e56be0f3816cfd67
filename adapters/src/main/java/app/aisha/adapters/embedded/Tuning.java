package app.aisha.adapters.embedded;

import java.util.List;

/** How careful a server is with its data. */
enum Tuning {
    /** What was committed survives the loss of power. */
    DURABLE,
    /** Fast and thrown away at the end. */
    EPHEMERAL;

    /** The server's name of the way it is stopped. */
    String stop() {
        return switch (this) {
            case DURABLE -> "fast";
            case EPHEMERAL -> "immediate";
        };
    }

    List<String> settings() {
        return switch (this) {
            case DURABLE -> List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");
            case EPHEMERAL ->
                List.of(
                        "fsync=off",
                        "synchronous_commit=off",
                        "full_page_writes=off",
                        "scram_iterations=1",
                        "max_connections=300");
        };
    }
}
