package app.aisha.simulators.telegram;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Long polling: one poll waits at a time, a newer one ends it. */
final class Polling {

    private static final Duration BETWEEN_CONFLICTS = Duration.ofSeconds(3);
    private static final Duration CONSIDERED_POLLING = Duration.ofSeconds(60);

    private final World world;
    private final AtomicLong lastPoll = new AtomicLong(Long.MIN_VALUE);
    private final AtomicLong lastConflict = new AtomicLong(Long.MIN_VALUE);
    private long turns;
    private int waiting;

    Polling(World world) {
        this.world = world;
    }

    /** Waits for updates; the first conflict is told at once, one that soon follows it after three seconds. */
    List<Update> poll(long offset, int limit, Duration timeout) throws InterruptedException {
        lastPoll.set(System.nanoTime());
        try {
            return locked(offset, limit, timeout);
        } catch (Refusal conflict) {
            var before = lastConflict.getAndSet(System.nanoTime());
            if (before != Long.MIN_VALUE && System.nanoTime() - before < BETWEEN_CONFLICTS.toNanos()) {
                LockSupport.parkNanos(BETWEEN_CONFLICTS.toNanos());
            }
            throw conflict;
        }
    }

    private List<Update> locked(long offset, int limit, Duration timeout) throws InterruptedException {
        return world.alone(() -> {
            if (world.bot.get("webhook").isPresent()) {
                throw Refusal.conflict("can't use getUpdates method while webhook is active; "
                        + "use deleteWebhook to delete the webhook first");
            }
            var turn = ++turns;
            world.updates.arrival().signalAll();
            world.change(batch -> {
                world.updates.confirm(batch, offset);
                return offset;
            });
            waiting++;
            try {
                return await(turn, offset, limit, timeout);
            } finally {
                waiting--;
            }
        });
    }

    private List<Update> await(long turn, long offset, int limit, Duration timeout) throws InterruptedException {
        var left = timeout.toNanos();
        var found = take(offset, limit);
        while (found.isEmpty() && left > 0) {
            left = world.updates.arrival().awaitNanos(left);
            if (world.bot.get("webhook").isPresent()) {
                throw Refusal.conflict("terminated by setWebhook request");
            }
            if (turn != turns) {
                throw Refusal.conflict(
                        "terminated by other getUpdates request; " + "make sure that only one bot instance is running");
            }
            found = take(offset, limit);
        }
        return found;
    }

    private List<Update> take(long offset, int limit) {
        return world.change(batch -> world.updates.take(batch, offset, limit));
    }

    /** How many polls wait now; to be asked under the lock of the world. */
    int waiting() {
        return waiting;
    }

    /** Somebody polled within the last minute. */
    boolean active() {
        var last = lastPoll.get();
        return last != Long.MIN_VALUE && System.nanoTime() - last < CONSIDERED_POLLING.toNanos();
    }
}
