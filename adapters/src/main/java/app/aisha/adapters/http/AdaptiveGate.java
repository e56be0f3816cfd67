package app.aisha.adapters.http;

import java.util.concurrent.Semaphore;

/**
 * Lets as many calls through at once as the service bears: one more after each success, half as many after each complaint
 * about the rate. Fair: first come, first served. Thread-safe.
 */
public final class AdaptiveGate {

    private final Places places;
    private int most;
    private int limit;
    private int complaints;

    /** Starts with so many places and never gives more than {@code most}. */
    public AdaptiveGate(int start, int most) {
        this.places = new Places(start);
        this.limit = start;
        this.most = most;
    }

    /** Waits for a place. */
    public Pass enter() throws InterruptedException {
        places.acquire();
        synchronized (this) {
            return new Pass(complaints);
        }
    }

    /** How many calls may run at once now. */
    public synchronized int limit() {
        return limit;
    }

    /** Never more than so many from now on; those already inside stay. */
    public synchronized void narrowTo(int fewer) {
        most = Math.min(most, fewer);
        if (limit > most) {
            places.withdraw(limit - most);
            limit = most;
        }
    }

    private synchronized void widen() {
        if (limit < most) {
            limit++;
            places.release();
        }
    }

    /** Calls that were already under way at the last complaint say nothing new. */
    private synchronized void halve(int complaintsAtEntry) {
        if (complaintsAtEntry == complaints) {
            complaints++;
            var fewer = limit / 2;
            places.withdraw(fewer);
            limit -= fewer;
        }
    }

    /** A place held by one call; closing it gives the place back. */
    public final class Pass implements AutoCloseable {

        private final int complaintsAtEntry;

        private Pass(int complaintsAtEntry) {
            this.complaintsAtEntry = complaintsAtEntry;
        }

        /** The service answered. */
        public void succeeded() {
            widen();
        }

        /** The service said that there were too many calls. */
        public void tooMany() {
            halve(complaintsAtEntry);
        }

        @Override
        public void close() {
            places.release();
        }
    }

    /** Opens the protected way to take free places away, below zero if all are in use. */
    private static final class Places extends Semaphore {

        Places(int count) {
            super(count, true);
        }

        void withdraw(int count) {
            reducePermits(count);
        }
    }
}
