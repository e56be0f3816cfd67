package app.aisha.adapters.telegram;

import app.aisha.adapters.http.Delay;
import app.aisha.bot.intake.Intake;
import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches updates by long polling. A batch is confirmed only after the intake has kept it; whatever goes wrong, the next
 * poll asks for the same again. An update that nobody can read is handed to the intake like any other and holds nothing up. Of
 * several instances one polls, because Telegram answers one.
 */
public final class LongPolling implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LongPolling.class);

    /** What Aisha listens to; said at every poll, because the server remembers the last word. */
    static final List<String> KINDS = List.of("message", "callback_query", "my_chat_member", "pre_checkout_query");

    /** The server's own cap. */
    private static final Duration POLL = Duration.ofSeconds(50);

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    /** Between batches that do not move the offset, which a server of Telegram never sends. */
    private static final Duration BRAKE = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** Another poller or a webhook: it takes a person or some seconds to end that. */
    private static final Duration CONFLICT_PAUSE = Duration.ofSeconds(5);

    private static final int CONFLICT = 409;

    /** Between two questions whether it is this instance's turn. */
    private static final Duration STAND_BY = Duration.ofSeconds(1);

    /** Without updates for so long, which those who run the program are told of before, another instance may try. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Eighteen digits at most, so that one more always fits. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final TelegramApi api;
    private final Consumer<List<String>> intake;
    private final Turn turn;
    private final InstantSource clock;
    private final Delay delay;
    private final Thread loop;
    private volatile boolean closed;
    private volatile Instant lastSuccess;
    private long offset;

    /**
     * Makes ready to poll.
     *
     * @param turn asked before every poll
     */
    public LongPolling(TelegramApi api, Intake intake, Turn turn, InstantSource clock) {
        this(api, intake::accept, turn, clock, Delay.real());
    }

    LongPolling(TelegramApi api, Consumer<List<String>> intake, Turn turn, InstantSource clock, Delay delay) {
        this.api = api;
        this.intake = intake;
        this.turn = turn;
        this.clock = clock;
        this.delay = delay;
        this.lastSuccess = clock.instant();
        this.loop = Thread.ofVirtual().name("long-polling").unstarted(this::run);
    }

    public void start() {
        loop.start();
    }

    /** Whose turn it is to poll. Thread-safe. */
    public interface Turn {

        boolean isOurs();

        /** True only while another instance is known to have it: nobody has it while the database is away. */
        boolean isAnothers();

        /** Gives it up for a moment. */
        void pass();
    }

    /** When the last poll was answered well, or was another instance's; the start of this object before the first. */
    public Instant lastSuccess() {
        return lastSuccess;
    }

    /** Why a poll brought nothing, and how long the next has to wait at least. */
    private record Trouble(String why, Duration least) {

        static Optional<Trouble> because(String why) {
            return Optional.of(new Trouble(why, Duration.ZERO));
        }
    }

    private void run() {
        var pause = SHORTEST_PAUSE;
        while (!closed) {
            try {
                if (!turn.isOurs()) {
                    standBy();
                    continue;
                }
                var trouble = poll();
                if (trouble.isEmpty()) {
                    pause = SHORTEST_PAUSE;
                    continue;
                }
                LOG.warn("No updates for now: {}", trouble.get().why());
                if (clock.instant().isAfter(lastSuccess.plus(PATIENCE))) {
                    turn.pass();
                }
                delay.pass(longer(pause, trouble.get().least()));
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            } catch (InterruptedException _) {
                closed = true;
            }
        }
    }

    private void standBy() throws InterruptedException {
        if (turn.isAnothers()) {
            lastSuccess = clock.instant();
        }
        delay.pass(STAND_BY);
    }

    private Optional<Trouble> poll() throws InterruptedException {
        var begun = clock.instant();
        var request = new PollUpdates(offset, POLL, KINDS);
        var result = api.raw(request, POLL.plusSeconds(10));
        return switch (result) {
            case ApiResult.Ok<String>(var body) -> take(body, begun);
            case ApiResult.RetryAfter<String>(var asked) -> Optional.of(new Trouble(result.reason(), asked));
            case ApiResult.Rejected<String> rejected
            when rejected.code() == CONFLICT -> Optional.of(new Trouble(result.reason(), CONFLICT_PAUSE));
            case ApiResult.Rejected<String> _, ApiResult.NoAnswer<String> _ -> Trouble.because(result.reason());
        };
    }

    private Optional<Trouble> take(String body, Instant begun) throws InterruptedException {
        var updates = JsonSlices.members(body)
                .flatMap(answer -> Optional.ofNullable(answer.get("result")))
                .flatMap(JsonSlices::elements);
        if (updates.isEmpty()) {
            return Trouble.because("getUpdates does not answer with a list");
        }
        var trouble = updates.get().isEmpty() ? Optional.<Trouble>empty() : keep(updates.get());
        if (trouble.isEmpty()) {
            lastSuccess = clock.instant();
        }
        if (updates.get().isEmpty() && clock.instant().isBefore(begun.plus(SHORTEST_PAUSE))) {
            delay.pass(SHORTEST_PAUSE);
        }
        return trouble;
    }

    /** The edge for bugs of the intake: polling goes on whatever they are. */
    @SuppressWarnings("IllegalCatch")
    private Optional<Trouble> keep(List<String> updates) throws InterruptedException {
        try {
            intake.accept(updates);
        } catch (StorageUnavailable e) {
            return Trouble.because(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("Updates from {} on are not kept", offset, e);
            return Trouble.because("the intake failed");
        }
        var next = offsetAfter(updates);
        if (next <= offset) {
            LOG.warn("{} updates without a usable number", updates.size());
            delay.pass(BRAKE);
        }
        offset = Math.max(offset, next);
        return Optional.empty();
    }

    /** One more than the highest readable number: nothing is confirmed that this program did not see. */
    private long offsetAfter(List<String> updates) {
        return updates.stream()
                        .flatMap(update -> JsonSlices.members(update).stream())
                        .flatMap(update -> Optional.ofNullable(update.get("update_id")).stream())
                        .filter(id -> NUMBER.matcher(id).matches())
                        .mapToLong(Long::parseLong)
                        .max()
                        .orElse(offset - 1)
                + 1;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Ends the poll under way; a batch that was not kept comes again at the next start. */
    @Override
    public void close() {
        closed = true;
        loop.interrupt();
        if (loop.getState() == Thread.State.NEW) {
            return;
        }
        try {
            loop.join(Duration.ofSeconds(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
