package app.aisha.bot.routing;

import app.aisha.core.account.ChatId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers until it is told to forget. */
public final class InMemoryChatMemory implements ChatMemory {

    private final Map<ChatId, String> steps = new ConcurrentHashMap<>();

    @Override
    public Optional<String> awaited(ChatId chat) {
        return Optional.ofNullable(steps.get(chat));
    }

    @Override
    public void remember(ChatId chat, String step) {
        steps.put(chat, step);
    }

    @Override
    public void forget(ChatId chat) {
        steps.remove(chat);
    }
}
