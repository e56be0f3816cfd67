package app.aisha.adapters.redis;

import app.aisha.bot.routing.ChatMemory;
import app.aisha.core.account.ChatId;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Optional;

/** Shared by several instances. While Redis is away nothing is awaited and nothing remembered. */
public final class RedisChatMemory implements ChatMemory {

    private static final Duration KEPT = Duration.ofHours(24);

    private final RedisLink redis;
    private final String prefix;

    /** Remembers what a chat is awaited to say. */
    public RedisChatMemory(RedisLink redis) {
        this(redis, "step");
    }

    /**
     * Remembers something else, apart from all others.
     *
     * @param what a name of its own
     */
    public RedisChatMemory(RedisLink redis, String what) {
        this.redis = redis;
        this.prefix = "aisha:" + what + ":";
    }

    @Override
    public Optional<String> awaited(ChatId chat) {
        return redis.ask(commands -> commands.get(key(chat)));
    }

    @Override
    public void remember(ChatId chat, String step) {
        redis.ask(commands -> commands.set(key(chat), step, SetArgs.Builder.ex(KEPT)));
    }

    @Override
    public void forget(ChatId chat) {
        redis.ask(commands -> commands.del(key(chat)));
    }

    private String key(ChatId chat) {
        return prefix + chat.value();
    }
}
