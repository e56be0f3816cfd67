package app.aisha.bot.intake;

import app.aisha.core.account.ChatId;
import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Updates in a map; can be told to be away. For this inbox every update came long ago. */
public final class InMemoryInbox implements Inbox {

    /** An update that was put aside. */
    public record Quarantined(RawUpdate update, String reason, String incident) {}

    private record Kept(RawUpdate update, ChatId chat) {}

    private final Map<Long, Kept> kept = new TreeMap<>();
    private final Set<Long> done = new HashSet<>();
    private final List<Quarantined> quarantine = new ArrayList<>();
    private final List<Reading.Malformed> malformed = new ArrayList<>();
    private final List<Integer> batches = new ArrayList<>();
    private boolean away;

    /** From now on every call finds the database away, or finds it back. */
    public synchronized void setAway(boolean away) {
        this.away = away;
    }

    @Override
    public synchronized Set<Long> keep(List<? extends Reading> readings) {
        check();
        batches.add(readings.size());
        var fresh = new HashSet<Long>();
        for (var reading : readings) {
            switch (reading) {
                case Reading.Understood(var update, var incoming) ->
                    add(new Kept(update, incoming.sender().chat()), fresh);
                case Reading.OfNoInterest(var update) -> {
                    add(new Kept(update, new ChatId(0)), fresh);
                    done.add(update.id());
                }
                case Reading.Malformed bad -> {
                    if (!malformed.contains(bad)) {
                        malformed.add(bad);
                    }
                }
                case Reading.PreCheckout _ -> {}
            }
        }
        return fresh;
    }

    private void add(Kept update, Set<Long> fresh) {
        if (kept.putIfAbsent(update.update().id(), update) == null) {
            fresh.add(update.update().id());
        }
    }

    @Override
    public synchronized void done(Collection<Long> ids) {
        check();
        done.addAll(ids);
    }

    @Override
    public synchronized void quarantine(RawUpdate update, String reason, String incident) {
        check();
        if (quarantine.stream().noneMatch(it -> it.update().equals(update))) {
            quarantine.add(new Quarantined(update, reason, incident));
        }
        done.add(update.id());
    }

    @Override
    public synchronized List<RawUpdate> open(ChatId chat) {
        check();
        return kept.values().stream()
                .filter(it ->
                        it.chat().equals(chat) && !done.contains(it.update().id()))
                .map(Kept::update)
                .toList();
    }

    @Override
    public synchronized Set<ChatId> waiting(Duration age) {
        check();
        var chats = new LinkedHashSet<ChatId>();
        kept.values().stream().filter(it -> !done.contains(it.update().id())).forEach(it -> chats.add(it.chat()));
        return chats;
    }

    public synchronized List<Quarantined> quarantined() {
        return List.copyOf(quarantine);
    }

    public synchronized List<Reading.Malformed> malformed() {
        return List.copyOf(malformed);
    }

    public synchronized Set<Long> marked() {
        return Set.copyOf(done);
    }

    /** How many updates each commit held. */
    public synchronized List<Integer> batches() {
        return List.copyOf(batches);
    }

    private void check() {
        if (away) {
            throw new StorageUnavailable("The inbox is away", new IllegalStateException("away"));
        }
    }
}
