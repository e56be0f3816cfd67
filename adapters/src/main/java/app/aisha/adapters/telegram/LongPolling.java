package app.aisha.adapters.telegram;

import app.aisha.bot.intake.Intake;
import app.aisha.core.work.StorageUnavailable;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches updates by long polling. A batch is confirmed only after the intake has kept it; whatever goes wrong, the next
 * poll asks for the same again.
 */
public final class LongPolling implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LongPolling.class);

    /** What Aisha listens to; said at every poll, because the server remembers the last word. */
    static final List<String> KINDS = List.of("message", "callback_query", "my_chat_member");

    /** The server's own cap. */
    private static final Duration POLL = Duration.ofSeconds(50);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final TelegramApi api;
    private final Intake intake;
    private final InstantSource clock;
    private final Thread loop;
    private volatile boolean closed;
    private volatile Instant lastSuccess;
    private long offset;

    public LongPolling(TelegramApi api, Intake intake, InstantSource clock) {
        this.api = api;
        this.intake = intake;
        this.clock = clock;
        this.lastSuccess = clock.instant();
        this.loop = Thread.ofVirtual().name("long-polling").unstarted(this::run);
    }

    public void start() {
        loop.start();
    }

    /** When the last poll was answered well; the start of this object before the first. */
    public Instant lastSuccess() {
        return lastSuccess;
    }

    private void run() {
        var pause = SHORTEST_PAUSE;
        while (!closed) {
            try {
                var trouble = poll();
                if (trouble.isEmpty()) {
                    pause = SHORTEST_PAUSE;
                    continue;
                }
                LOG.warn("No updates for now: {}", trouble.get());
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            } catch (InterruptedException _) {
                closed = true;
            }
        }
    }

    private Optional<String> poll() throws InterruptedException {
        var request = new PollUpdates(offset, POLL, KINDS);
        return switch (api.raw(request, POLL.plusSeconds(10))) {
            case ApiResult.Ok<String>(var body) -> take(body);
            case ApiResult<String> failure -> Optional.of(failure.reason());
        };
    }

    private Optional<String> take(String body) {
        try {
            if (!(JsonParser.parseString(body) instanceof JsonObject answer
                    && answer.get("result") instanceof JsonArray updates)) {
                return Optional.of("getUpdates is refused: " + shortened(body));
            }
            if (!updates.isEmpty()) {
                intake.accept(StreamSupport.stream(updates.spliterator(), false)
                        .map(JsonElement::toString)
                        .toList());
                var next = Math.max(offset, highest(updates) + 1);
                if (next == offset) {
                    return Optional.of("updates without a usable number");
                }
                offset = next;
            }
            lastSuccess = clock.instant();
            return Optional.empty();
        } catch (JsonParseException | StackOverflowError _) {
            return Optional.of("getUpdates does not answer with JSON");
        } catch (StorageUnavailable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private long highest(JsonArray updates) {
        return StreamSupport.stream(updates.spliterator(), false)
                .filter(JsonElement::isJsonObject)
                .map(update -> update.getAsJsonObject().get("update_id"))
                .flatMap(id -> numbers(id).stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(offset - 1);
    }

    private static List<Long> numbers(JsonElement id) {
        try {
            return id == null ? List.of() : List.of(id.getAsBigDecimal().longValueExact());
        } catch (IllegalStateException
                | ArithmeticException
                | NumberFormatException
                | UnsupportedOperationException _) {
            return List.of();
        }
    }

    private static String shortened(String body) {
        return body.length() > 200 ? body.substring(0, 200) + "…" : body;
    }

    /** Ends the poll under way; a batch that was not kept comes again at the next start. */
    @Override
    public void close() {
        closed = true;
        loop.interrupt();
        try {
            loop.join(Duration.ofSeconds(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
