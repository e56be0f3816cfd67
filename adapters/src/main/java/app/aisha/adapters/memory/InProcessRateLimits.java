package app.aisha.adapters.memory;

import app.aisha.bot.routing.RateLimits;
import app.aisha.core.account.ChatId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts in a window that slides: never more than the limit within any stretch of its length. Keeps the moments of as many
 * pairs of chat and kind as it was told; for one instance.
 */
public final class InProcessRateLimits implements RateLimits {

    private record Counted(ChatId chat, Kind kind) {}

    private final LinkedHashMap<Counted, ArrayDeque<Instant>> moments = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Kind, Limit> limits;
    private final InstantSource clock;
    private final int capacity;

    /**
     * Counts the kinds named; others are free.
     *
     * @param capacity how many pairs of chat and kind are kept; of more, the ones silent longest are forgotten
     */
    public InProcessRateLimits(Map<Kind, Limit> limits, InstantSource clock, int capacity) {
        this.limits = Map.copyOf(limits);
        this.clock = clock;
        this.capacity = capacity;
    }

    @Override
    public Optional<Duration> count(ChatId chat, Kind kind) {
        return Optional.ofNullable(limits.get(kind)).flatMap(limit -> count(new Counted(chat, kind), limit));
    }

    private synchronized Optional<Duration> count(Counted counted, Limit limit) {
        var now = clock.instant();
        var window = moments.computeIfAbsent(counted, _ -> new ArrayDeque<>());
        while (!window.isEmpty() && !window.getFirst().plus(limit.window()).isAfter(now)) {
            window.removeFirst();
        }
        if (window.size() >= limit.count()) {
            return Optional.of(Duration.between(now, window.getFirst().plus(limit.window())));
        }
        window.addLast(now);
        if (moments.size() > capacity) {
            moments.pollFirstEntry();
        }
        return Optional.empty();
    }

    synchronized int size() {
        return moments.size();
    }
}
