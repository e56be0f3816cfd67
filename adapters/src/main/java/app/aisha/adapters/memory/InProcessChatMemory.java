package app.aisha.adapters.memory;

import app.aisha.bot.routing.ChatMemory;
import app.aisha.core.account.ChatId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Remembers as many chats as it was told, the ones heard of last; for one instance. */
public final class InProcessChatMemory implements ChatMemory {

    private static final Duration KEPT = Duration.ofHours(24);

    private record Memory(String step, Instant end) {}

    private final LinkedHashMap<ChatId, Memory> memories = new LinkedHashMap<>();
    private final InstantSource clock;
    private final int capacity;

    /** Keeps at most this many chats. */
    public InProcessChatMemory(InstantSource clock, int capacity) {
        this.clock = clock;
        this.capacity = capacity;
    }

    @Override
    public synchronized Optional<String> awaited(ChatId chat) {
        return Optional.ofNullable(memories.get(chat))
                .filter(memory -> memory.end().isAfter(clock.instant()))
                .map(Memory::step);
    }

    @Override
    public synchronized void remember(ChatId chat, String step) {
        memories.remove(chat);
        memories.put(chat, new Memory(step, clock.instant().plus(KEPT)));
        dropTheOldest();
    }

    private void dropTheOldest() {
        var now = clock.instant();
        var oldest = memories.values().iterator();
        while (oldest.hasNext()) {
            var expired = !oldest.next().end().isAfter(now);
            if (!expired && memories.size() <= capacity) {
                return;
            }
            oldest.remove();
        }
    }

    @Override
    public synchronized void forget(ChatId chat) {
        memories.remove(chat);
    }

    synchronized int size() {
        return memories.size();
    }
}
