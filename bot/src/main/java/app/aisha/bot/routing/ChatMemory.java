package app.aisha.bot.routing;

import app.aisha.core.account.ChatId;
import java.util.Optional;

/**
 * What a chat's open dialog waits for, in the wire form of {@code Steps}. May be lost at any time; nothing a person paid
 * for or uploaded depends on it. Thread-safe.
 */
public interface ChatMemory {

    /** What was remembered last; empty after {@link #forget} and after 24 hours. */
    Optional<String> awaited(ChatId chat);

    void remember(ChatId chat, String step);

    void forget(ChatId chat);
}
