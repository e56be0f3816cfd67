package app.aisha.bot.intake;

import app.aisha.core.account.ChatId;
import app.aisha.core.work.StorageUnavailable;
import java.util.Collection;

/**
 * Who of several instances of the program handles a chat, so that its updates stay in order wherever they arrive. A claim ends
 * when it is released, when its instance dies, and when its instance stood still for too long. Thread-safe.
 */
public interface ChatClaims {

    /**
     * Claims a chat, or finds it claimed by this instance already. False while another instance has it.
     *
     * @throws StorageUnavailable when nobody can tell
     */
    boolean claim(ChatId chat) throws InterruptedException;

    /** False as soon as another instance may have claimed the chat. */
    boolean holds(ChatId chat);

    /** Gives chats back, without waiting for it; those that are not held are no matter. */
    void release(Collection<ChatId> chats);
}
