package app.aisha.bot.intake;

import app.aisha.core.account.ChatId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Claims of one instance among others that share a map. Each instance is one of these. */
public final class InMemoryChatClaims implements ChatClaims {

    private final Map<ChatId, InMemoryChatClaims> claimed;

    /** An instance without others. */
    public InMemoryChatClaims() {
        this(new HashMap<>());
    }

    private InMemoryChatClaims(Map<ChatId, InMemoryChatClaims> claimed) {
        this.claimed = claimed;
    }

    /** Another instance beside this one. */
    public InMemoryChatClaims another() {
        return new InMemoryChatClaims(claimed);
    }

    /** As if this instance had stood still for too long, or lost its connection. */
    public void lose() {
        synchronized (claimed) {
            claimed.values().removeIf(holder -> holder == this);
        }
    }

    @Override
    public boolean claim(ChatId chat) {
        synchronized (claimed) {
            return claimed.computeIfAbsent(chat, _ -> this) == this;
        }
    }

    @Override
    public boolean holds(ChatId chat) {
        synchronized (claimed) {
            return claimed.get(chat) == this;
        }
    }

    @Override
    public void release(Collection<ChatId> chats) {
        synchronized (claimed) {
            chats.forEach(chat -> claimed.remove(chat, this));
        }
    }
}
