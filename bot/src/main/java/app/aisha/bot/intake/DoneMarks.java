package app.aisha.bot.intake;

import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks updates as done in batches, so that an update that changes nothing costs no commit of its own. Up to {@link #PAUSE}
 * of marks are lost in a crash; those updates are handled again.
 */
final class DoneMarks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DoneMarks.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Inbox inbox;
    private final LinkedBlockingQueue<Long> pending = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread writer;

    DoneMarks(Inbox inbox) {
        this.inbox = inbox;
        this.writer = Thread.ofVirtual().name("done-marks").start(this::write);
    }

    void add(long update) {
        pending.add(update);
    }

    private void write() {
        try {
            while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                markAll();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        markAll();
    }

    /** Whatever the inbox throws must not stop the writer, or nothing would be marked until the next start. */
    @SuppressWarnings("IllegalCatch")
    private void markAll() {
        List<Long> batch = new ArrayList<>();
        pending.drainTo(batch);
        if (batch.isEmpty()) {
            return;
        }
        try {
            inbox.done(batch);
        } catch (StorageUnavailable e) {
            LOG.warn("Marks of {} updates are not written yet: {}", batch.size(), e.getMessage());
            pending.addAll(batch);
        } catch (RuntimeException e) {
            LOG.error("Marks of {} updates are lost; the next run handles them again", batch.size(), e);
        }
    }

    /** Writes what is pending, once. */
    @Override
    public void close() {
        closed.countDown();
        try {
            writer.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
