package app.aisha.bot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Eventually;
import app.aisha.core.account.ChatId;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What claims of chats promise. */
public interface ChatClaimsContract {

    /** The claims of two instances beside each other. */
    ChatClaims one();

    /** The other of the two. */
    ChatClaims other();

    /** As if the first instance had died. */
    void oneIsGone() throws Exception;

    /** A chat no other test has used. */
    static ChatId someChat() {
        return new ChatId(new SecureRandom().nextLong(1L << 52));
    }

    @Test
    default void aChatIsClaimedByOneAtATime() throws Exception {
        var chat = someChat();

        assertThat(one().claim(chat)).isTrue();
        assertThat(other().claim(chat)).isFalse();

        assertThat(one().holds(chat)).isTrue();
        assertThat(other().holds(chat)).isFalse();
    }

    @Test
    default void onceGivenBackItIsTheOthers() throws Exception {
        var chat = someChat();
        one().claim(chat);
        one().claim(chat);

        one().release(List.of(chat, someChat()));

        Eventually.until("it is free", () -> claimed(other(), chat));
        assertThat(one().holds(chat)).isFalse();
        assertThat(one().claim(chat)).isFalse();
    }

    @Test
    default void whatIsNotHeldIsNotGivenBack() throws Exception {
        var chat = someChat();
        one().claim(chat);

        other().release(List.of(chat));

        assertThat(other().claim(chat)).isFalse();
        assertThat(one().holds(chat)).isTrue();
    }

    @Test
    default void whatADeadOneHeldIsTheOthers() throws Exception {
        var chats = LongStream.range(0, 30).mapToObj(_ -> someChat()).toList();
        for (var chat : chats) {
            one().claim(chat);
        }

        oneIsGone();

        Eventually.until("all are the other's", () -> chats.stream().allMatch(chat -> claimed(other(), chat)));
        assertThat(chats).noneMatch(one()::holds);
    }

    @Test
    default void ofManyAtOnceOneGetsIt() throws Exception {
        var chat = someChat();
        var instances = List.of(one(), other());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = IntStream.range(0, 40)
                    .<Callable<Boolean>>mapToObj(
                            number -> () -> instances.get(number % 2).claim(chat))
                    .toList();

            assertThat(threads.invokeAll(tries).stream().filter(claimed -> claimed.resultNow()))
                    .hasSize(20);
        }
        assertThat(one().holds(chat)).isNotEqualTo(other().holds(chat));
    }

    private static boolean claimed(ChatClaims claims, ChatId chat) {
        try {
            return claims.claim(chat);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
