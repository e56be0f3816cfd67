package app.aisha.adapters.memory;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.routing.ChatMemory;
import app.aisha.bot.routing.ChatMemoryContract;
import app.aisha.bot.routing.RateLimitsContract.Clock;
import app.aisha.core.account.ChatId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InProcessChatMemoryTest implements ChatMemoryContract {

    private final Clock clock = new Clock();
    private final InProcessChatMemory memory = new InProcessChatMemory(clock, 3);

    @Override
    public ChatMemory memory() {
        return memory;
    }

    @Test
    void aStepIsForgottenAfter24Hours() {
        memory.remember(new ChatId(1), "step");

        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(memory.awaited(new ChatId(1))).contains("step");

        clock.advance(Duration.ofMillis(1));
        assertThat(memory.awaited(new ChatId(1))).isEmpty();
    }

    @Test
    void ofTooManyChatsTheOneHeardOfLongestAgoIsForgotten() {
        for (var chat = 1; chat <= 3; chat++) {
            memory.remember(new ChatId(chat), "step");
        }
        memory.remember(new ChatId(1), "again");
        memory.remember(new ChatId(4), "step");

        assertThat(memory.awaited(new ChatId(2))).isEmpty();
        assertThat(memory.awaited(new ChatId(1))).contains("again");
        assertThat(memory.size()).isEqualTo(3);
    }

    @Test
    void expiredChatsTakeNoRoom() {
        memory.remember(new ChatId(1), "step");
        memory.remember(new ChatId(2), "step");
        clock.advance(Duration.ofHours(25));

        memory.remember(new ChatId(3), "step");

        assertThat(memory.size()).isEqualTo(1);
    }
}
