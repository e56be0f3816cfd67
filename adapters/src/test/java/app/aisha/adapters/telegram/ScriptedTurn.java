package app.aisha.adapters.telegram;

import java.util.concurrent.atomic.AtomicInteger;

/** Ours, unless told otherwise; counts how often it was given up. */
final class ScriptedTurn implements LongPolling.Turn {

    final AtomicInteger passes = new AtomicInteger();
    volatile boolean ours = true;
    volatile boolean anothers;

    @Override
    public boolean isOurs() {
        return ours;
    }

    @Override
    public boolean isAnothers() {
        return anothers;
    }

    @Override
    public void pass() {
        passes.incrementAndGet();
    }
}
