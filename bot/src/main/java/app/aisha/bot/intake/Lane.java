package app.aisha.bot.intake;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What waits in a chat, by id, and whether somebody is driving there. Thread-safe. */
final class Lane {

    private final NavigableMap<Long, Reading.Understood> waiting = new TreeMap<>();
    private boolean driven;
    private boolean fresh;
    private boolean current;

    synchronized void add(Reading.Understood update) {
        waiting.put(update.update().id(), update);
        current = false;
    }

    /** True when nothing came in since what is open was read. */
    synchronized boolean isCurrent() {
        return current;
    }

    synchronized Optional<Reading.Understood> first() {
        return Optional.ofNullable(waiting.firstEntry()).map(Map.Entry::getValue);
    }

    synchronized void remove(Reading.Understood update) {
        waiting.remove(update.update().id());
    }

    synchronized Set<Long> ids() {
        return Set.copyOf(waiting.keySet());
    }

    /** Puts what is open in the place of what was known; what came meanwhile stays. */
    synchronized void replace(Set<Long> known, Collection<Reading.Understood> open) {
        waiting.keySet().removeAll(known);
        var meanwhile = !waiting.isEmpty();
        open.forEach(this::add);
        current = !meanwhile;
    }

    /** True for the one who has to drive now. */
    synchronized boolean startsDriving() {
        var starts = !driven;
        driven = true;
        fresh |= starts;
        return starts;
    }

    /** True until the driver's first step. */
    synchronized boolean isNew() {
        return fresh;
    }

    synchronized void begun() {
        fresh = false;
    }

    synchronized void stopsDriving() {
        driven = false;
    }

    synchronized boolean isDriven() {
        return driven;
    }
}
