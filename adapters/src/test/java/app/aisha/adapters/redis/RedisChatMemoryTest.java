package app.aisha.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.routing.ChatMemory;
import app.aisha.bot.routing.ChatMemoryContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisChatMemoryTest implements ChatMemoryContract {

    @RegisterExtension
    private static final Redis REDIS = new Redis();

    private final RedisLink link = REDIS.link();
    private final RedisChatMemory memory = new RedisChatMemory(link);

    @AfterEach
    void closeLink() {
        link.close();
    }

    @Override
    public ChatMemory memory() {
        return memory;
    }

    @Test
    void aStepIsKeptFor24Hours() {
        var chat = ChatMemoryContract.someChat();
        memory.remember(chat, "step");

        var kept =
                link.ask(commands -> commands.ttl("aisha:step:" + chat.value())).orElseThrow();

        assertThat(Duration.ofSeconds(kept)).isBetween(Duration.ofHours(23), Duration.ofHours(24));
    }

    @Test
    void instancesShareTheirMemory() {
        var chat = ChatMemoryContract.someChat();
        memory.remember(chat, "step");

        try (var other = REDIS.link()) {
            assertThat(new RedisChatMemory(other).awaited(chat)).contains("step");
        }
    }
}
