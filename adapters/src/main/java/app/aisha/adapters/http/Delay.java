package app.aisha.adapters.http;

import java.time.Duration;

/** How to let time pass; tests pass it at once. */
@FunctionalInterface
public interface Delay {

    void pass(Duration duration) throws InterruptedException;

    /** Really waits. */
    static Delay real() {
        return Thread::sleep;
    }
}
