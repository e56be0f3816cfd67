package app.aisha.core.work;

import java.util.ArrayDeque;
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

    /** Answers what the work answers and takes back all that it did. Must not be called inside another call. */
    default <T> T rehearse(Supplier<T> work) {
        var answers = new ArrayDeque<T>();
        try {
            return this.<T>call(() -> {
                answers.add(work.get());
                throw new Rehearsed();
            });
        } catch (Rehearsed _) {
            return answers.getLast();
        }
    }
}
