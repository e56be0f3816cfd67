package app.aisha.bot.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The parcels a sender has claimed, and until when it may believe that nobody else has. One that stood still for longer than
 * its lease finds that it holds nothing. Thread-safe.
 */
final class HeldParcels {

    private final OutboxQueue queue;
    private final Duration lease;
    private final LongSupplier nanoTime;
    private final Map<Long, Long> believedUntil = new ConcurrentHashMap<>();

    /**
     * Holds nothing yet.
     *
     * @param nanoTime as {@link System#nanoTime()}, which goes on while a process is stopped
     */
    HeldParcels(OutboxQueue queue, Duration lease, LongSupplier nanoTime) {
        this.queue = queue;
        this.lease = lease;
        this.nanoTime = nanoTime;
    }

    List<Parcel> claim(int most) {
        var until = end();
        var parcels = queue.claim(most, lease);
        parcels.forEach(parcel -> believedUntil.put(parcel.id(), until));
        return parcels;
    }

    boolean isHeld(Parcel parcel) {
        var until = believedUntil.get(parcel.id());
        return until != null && nanoTime.getAsLong() < until;
    }

    /** Claims what is still held for another lease. */
    void prolong() {
        var until = end();
        Collection<Long> held = believedUntil.entrySet().stream()
                .filter(parcel -> nanoTime.getAsLong() < parcel.getValue())
                .map(Map.Entry::getKey)
                .toList();
        if (!held.isEmpty()) {
            queue.prolong(held, lease);
            held.forEach(parcel -> believedUntil.computeIfPresent(parcel, (_, _) -> until));
        }
    }

    void letGo(Parcel parcel) {
        believedUntil.remove(parcel.id());
    }

    private long end() {
        return nanoTime.getAsLong() + lease.toNanos();
    }
}
