package app.aisha.simulators.fal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.node.ArrayNode;

/** The log of a run: a window that moves along, as fal shows it, never the whole. */
final class TrainingLog {
    private static final int LINES = 20;
    private static final int WINDOW = 5;
    private static final int BAR = 10;
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    private TrainingLog() {}

    /**
     * The last lines written.
     *
     * @param done from 0 to 1
     */
    static ArrayNode window(int steps, Instant since, Duration lasting, double done) {
        var log = Json.array();
        var last = (int) Math.floor(Math.clamp(done, 0, 1) * LINES + 1e-9);
        for (var line = Math.max(0, last - WINDOW + 1); line <= last; line++) {
            var at = since.plus(lasting.multipliedBy(line).dividedBy(LINES));
            var entry = log.addObject()
                    .put(
                            "timestamp",
                            LocalDateTime.ofInstant(at, ZoneOffset.UTC).format(FORMAT))
                    .put("message", message(line, steps));
            entry.putObject("labels").put("level", "INFO").put("source", "run");
        }
        return log;
    }

    private static String message(int line, int steps) {
        var filled = line * BAR / LINES;
        return "Training: %d%%|%s%s| %d/%d"
                .formatted(
                        line * 100 / LINES,
                        "#".repeat(filled),
                        " ".repeat(BAR - filled),
                        (long) steps * line / LINES,
                        steps);
    }
}
