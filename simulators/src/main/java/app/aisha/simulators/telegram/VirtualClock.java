package app.aisha.simulators.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The real time plus what was advanced; threads that sleep by it wake when it is advanced past their hour. */
final class VirtualClock implements InstantSource {

    private final InstantSource real;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private volatile Duration ahead = Duration.ZERO;

    VirtualClock(InstantSource real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    /** Unix time in seconds, as the Bot API writes dates. */
    long seconds() {
        return instant().getEpochSecond();
    }

    Duration ahead() {
        return ahead;
    }

    void setAhead(Duration duration) {
        lock.lock();
        try {
            ahead = duration;
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void sleepUntil(Instant due) throws InterruptedException {
        lock.lock();
        try {
            var left = Duration.between(instant(), due);
            while (left.isPositive()) {
                advanced.awaitNanos(left.toNanos());
                left = Duration.between(instant(), due);
            }
        } finally {
            lock.unlock();
        }
    }
}
