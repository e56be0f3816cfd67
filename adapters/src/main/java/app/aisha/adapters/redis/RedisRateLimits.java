package app.aisha.adapters.redis;

import app.aisha.bot.routing.RateLimits;
import app.aisha.core.account.ChatId;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Counts in a window that slides, to the millisecond, for several instances together. While Redis is away nobody is
 * limited.
 */
public final class RedisRateLimits implements RateLimits {

    /** One list of moments per chat and kind, oldest first. Answers the milliseconds to wait, 0 where it counted. */
    private static final String COUNT = """
        local now, window, most = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
        local oldest = tonumber(redis.call('LINDEX', KEYS[1], 0))
        while oldest and oldest + window <= now do
          redis.call('LPOP', KEYS[1])
          oldest = tonumber(redis.call('LINDEX', KEYS[1], 0))
        end
        if redis.call('LLEN', KEYS[1]) >= most then
          return oldest + window - now
        end
        redis.call('RPUSH', KEYS[1], ARGV[1])
        redis.call('PEXPIRE', KEYS[1], window)
        return 0
        """;

    private final RedisLink redis;
    private final Map<Kind, Limit> limits;
    private final InstantSource clock;

    /** Counts the kinds named; others are free. */
    public RedisRateLimits(RedisLink redis, Map<Kind, Limit> limits, InstantSource clock) {
        this.redis = redis;
        this.limits = Map.copyOf(limits);
        this.clock = clock;
    }

    @Override
    public Optional<Duration> count(ChatId chat, Kind kind) {
        return Optional.ofNullable(limits.get(kind)).flatMap(limit -> count(key(chat, kind), limit));
    }

    private Optional<Duration> count(String key, Limit limit) {
        var arguments = new String[] {
            Long.toString(clock.millis()), Long.toString(limit.window().toMillis()), Integer.toString(limit.count())
        };
        return redis.ask(
                        commands -> commands.<Long>eval(COUNT, ScriptOutputType.INTEGER, new String[] {key}, arguments))
                .filter(wait -> wait > 0)
                .map(Duration::ofMillis);
    }

    static String key(ChatId chat, Kind kind) {
        return "aisha:rate:%s:%d".formatted(kind.name().toLowerCase(Locale.ROOT), chat.value());
    }
}
