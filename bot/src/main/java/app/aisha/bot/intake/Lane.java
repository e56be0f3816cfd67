package app.aisha.bot.intake;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What waits in a chat, by id, how much of that is known to be all there is, and whether somebody is driving there. Keeps no
 * more than {@link #ROOM}; the rest is read when it is its turn. Thread-safe.
 */
final class Lane {

    static final int ROOM = 100;

    private final NavigableMap<Long, Reading.Understood> waiting = new TreeMap<>();
    private boolean driven;
    private boolean fresh;
    private long turn;

    /** Up to this id, nothing is open that is not waiting here. */
    private long knownUpTo = Long.MIN_VALUE;

    synchronized void add(Reading.Understood update) {
        if (waiting.size() < ROOM) {
            waiting.put(update.update().id(), update);
        }
        outdated();
    }

    /** What is open has to be read again. */
    synchronized void outdated() {
        knownUpTo = Long.MIN_VALUE;
    }

    /** What comes next, as far as that is known. */
    sealed interface Next {

        record Update(Reading.Understood update) implements Next {}

        record Nothing() implements Next {}

        record Unknown() implements Next {}
    }

    synchronized Next next() {
        var first = Optional.ofNullable(waiting.firstEntry()).map(Map.Entry::getValue);
        if (first.isPresent() && first.get().update().id() <= knownUpTo) {
            return new Next.Update(first.get());
        }
        return first.isEmpty() && knownUpTo == Long.MAX_VALUE ? new Next.Nothing() : new Next.Unknown();
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    synchronized void remove(Reading.Understood update) {
        waiting.remove(update.update().id());
    }

    synchronized Set<Long> ids() {
        return Set.copyOf(waiting.keySet());
    }

    /**
     * Puts what is open in the place of what was known; what came meanwhile stays.
     *
     * @param upTo the id up to which {@code open} is all there is
     */
    synchronized void replace(Set<Long> known, Collection<Reading.Understood> open, long upTo) {
        waiting.keySet().removeAll(known);
        var meanwhile = !waiting.isEmpty();
        open.forEach(update -> waiting.put(update.update().id(), update));
        knownUpTo = meanwhile ? Long.MIN_VALUE : upTo;
    }

    /** True for the one who has to drive now. */
    synchronized boolean startsDriving() {
        var starts = !driven;
        driven = true;
        if (starts) {
            fresh = true;
            turn++;
        }
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

    /** Counts how often somebody began to drive. */
    synchronized long turn() {
        return turn;
    }
}
