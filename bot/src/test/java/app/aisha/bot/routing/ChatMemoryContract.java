package app.aisha.bot.routing;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.ChatId;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** What every memory of open dialogs promises while it is not lost. */
public interface ChatMemoryContract {

    /** The memory under test; its state may be shared with other tests. */
    ChatMemory memory();

    /** A chat no other test has used. */
    static ChatId someChat() {
        return new ChatId(new SecureRandom().nextLong(1L << 52));
    }

    @Test
    default void anUnknownChatAwaitsNothing() {
        assertThat(memory().awaited(someChat())).isEmpty();
    }

    @Test
    default void whatWasRememberedIsAwaited() {
        var chat = someChat();

        memory().remember(chat, "rec.name:Диля \"<3\"");

        assertThat(memory().awaited(chat)).contains("rec.name:Диля \"<3\"");
    }

    @Test
    default void askingDoesNotForget() {
        var chat = someChat();
        memory().remember(chat, "step");

        memory().awaited(chat);

        assertThat(memory().awaited(chat)).contains("step");
    }

    @Test
    default void theLastStepReplacesTheOneBefore() {
        var chat = someChat();
        memory().remember(chat, "first");
        memory().remember(chat, "second");

        assertThat(memory().awaited(chat)).contains("second");
    }

    @Test
    default void aForgottenChatAwaitsNothing() {
        var chat = someChat();
        memory().remember(chat, "step");

        memory().forget(chat);

        assertThat(memory().awaited(chat)).isEmpty();
    }

    @Test
    default void forgettingAnUnknownChatIsHarmless() {
        var chat = someChat();

        memory().forget(chat);

        assertThat(memory().awaited(chat)).isEmpty();
    }

    @Test
    default void chatsDoNotShareAMemory() {
        var mine = someChat();
        var other = new ChatId(mine.value() + 1);
        memory().remember(mine, "mine");
        memory().remember(other, "other");

        memory().forget(other);

        assertThat(memory().awaited(mine)).contains("mine");
    }
}
