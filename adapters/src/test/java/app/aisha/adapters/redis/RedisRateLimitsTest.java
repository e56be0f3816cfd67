package app.aisha.adapters.redis;

import static app.aisha.bot.routing.RateLimits.Kind.RECORDING;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.routing.ChatMemoryContract;
import app.aisha.bot.routing.RateLimits;
import app.aisha.bot.routing.RateLimits.Kind;
import app.aisha.bot.routing.RateLimits.Limit;
import app.aisha.bot.routing.RateLimitsContract;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisRateLimitsTest implements RateLimitsContract {

    @RegisterExtension
    private static final Redis REDIS = new Redis();

    private final RedisLink link = REDIS.link();

    @AfterEach
    void closeLink() {
        link.close();
    }

    @Override
    public RateLimits limits(Map<Kind, Limit> limits, InstantSource clock) {
        return new RedisRateLimits(link, limits, clock);
    }

    @Test
    void instancesCountTogether() {
        var clock = new Clock();
        var chat = ChatMemoryContract.someChat();
        limits(THREE_A_MINUTE, clock).count(chat, RECORDING);

        try (var other = REDIS.link()) {
            assertThat(new RedisRateLimits(other, THREE_A_MINUTE, clock).count(chat, RECORDING))
                    .isPresent();
        }
    }

    @Test
    void whatWasCountedGoesWithItsWindow() {
        var chat = ChatMemoryContract.someChat();
        limits(THREE_A_MINUTE, new Clock()).count(chat, RECORDING);

        var kept = link.ask(commands -> commands.pttl("aisha:rate:recording:" + chat.value()))
                .orElseThrow();

        assertThat(Duration.ofMillis(kept)).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
    }
}
