package app.aisha.simulators.telegram;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Gives threads that were told to stop a moment to do so. */
final class Stopping {

    private static final int SECONDS = 5;

    private Stopping() {}

    static void await(ExecutorService threads) {
        try {
            if (!threads.awaitTermination(SECONDS, TimeUnit.SECONDS)) {
                System.getLogger("telegram-simulator").log(System.Logger.Level.WARNING, "Some calls did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
