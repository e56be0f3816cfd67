package app.aisha.bot.intake;

import app.aisha.core.work.StorageUnavailable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks updates as done in batches, so that an update that changes nothing costs no commit of its own. Marks that are not
 * written yet are lost in a crash; those updates are handled again. Thread-safe.
 */
final class DoneMarks {

    private static final Logger LOG = LoggerFactory.getLogger(DoneMarks.class);

    private final Inbox inbox;
    private final Set<Long> pending = ConcurrentHashMap.newKeySet();

    DoneMarks(Inbox inbox) {
        this.inbox = inbox;
    }

    void add(long update) {
        pending.add(update);
    }

    /** True for an update that is done and not marked yet. */
    boolean has(long update) {
        return pending.contains(update);
    }

    /** Writes what is pending. False when that has to be tried again; whatever the inbox throws, the next batch is written. */
    @SuppressWarnings("IllegalCatch")
    boolean write() {
        var batch = List.copyOf(pending);
        if (batch.isEmpty()) {
            return true;
        }
        try {
            inbox.done(batch);
        } catch (StorageUnavailable e) {
            LOG.warn("Marks of {} updates are not written yet: {}", batch.size(), e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.error("Marks of {} updates are lost; they are handled again", batch.size(), e);
        }
        batch.forEach(pending::remove);
        return true;
    }
}
