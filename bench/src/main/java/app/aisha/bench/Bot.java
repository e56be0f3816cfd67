package app.aisha.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** What is measured: a bot beside a Telegram of its own. */
interface Bot extends AutoCloseable {

    /** The people who use it. */
    Crowd crowd();

    /** How many updates it is done with since its start. */
    long handled() throws Exception;

    @Override
    void close() throws IOException, SQLException;

    /** Returns when so many are done with, to a few milliseconds. */
    default void awaitHandled(long count) throws Exception {
        var deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (handled() < count) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Only %d of %d updates were handled".formatted(handled(), count));
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
