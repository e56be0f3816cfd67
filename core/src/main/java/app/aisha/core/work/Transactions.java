package app.aisha.core.work;

import java.util.function.Supplier;

/** All or nothing. A call inside another joins it. */
public interface Transactions {

    /** Commits when the work returns, rolls back when it throws; the exception passes through. */
    <T> T call(Supplier<T> work);

    default void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }
}
