package app.aisha.bot.intake;

import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    private final Thread writer;
    private volatile boolean closed;

    DoneMarks(Inbox inbox) {
        this.inbox = inbox;
        this.writer = Thread.ofVirtual().name("done-marks").start(this::write);
    }

    void add(long update) {
        pending.add(update);
    }

    private void write() {
        while (!closed || !pending.isEmpty()) {
            try {
                var first = pending.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    if (!closed) {
                        Thread.sleep(PAUSE);
                    }
                    mark(first);
                }
            } catch (InterruptedException _) {
                closed = true;
            }
        }
    }

    private void mark(long first) {
        List<Long> batch = new ArrayList<>();
        batch.add(first);
        pending.drainTo(batch);
        try {
            inbox.done(batch);
        } catch (StorageUnavailable e) {
            LOG.warn("Marks of {} updates are not written yet: {}", batch.size(), e.getMessage());
            if (!closed) {
                pending.addAll(batch);
            }
        }
    }

    @Override
    public void close() {
        writer.interrupt();
        try {
            writer.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
