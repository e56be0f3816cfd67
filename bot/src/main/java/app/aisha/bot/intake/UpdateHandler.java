package app.aisha.bot.intake;

import app.aisha.bot.routing.ChatGateway.ChatUnavailable;
import app.aisha.bot.routing.Router;
import app.aisha.core.work.StorageUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edge around the router: whatever goes wrong with one update stays with that update. One whose handling fails three
 * times is quarantined and its sender gets an apology with an incident number; while the database is away the lane waits.
 */
public final class UpdateHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateHandler.class);
    private static final int ATTEMPTS = 3;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Router router;
    private final Inbox inbox;
    private final HandlingWatch watch;

    /** Watched by nobody. */
    public UpdateHandler(Router router, Inbox inbox) {
        this(router, inbox, HandlingWatch.NONE);
    }

    public UpdateHandler(Router router, Inbox inbox, HandlingWatch watch) {
        this.router = router;
        this.inbox = inbox;
        this.watch = watch;
    }

    /** False when the update is not done and is to be handled again by the next run of the program. */
    boolean handle(Reading.Understood understood) {
        return watch.around(understood, () -> persist(understood));
    }

    private boolean persist(Reading.Understood understood) {
        var pause = SHORTEST_PAUSE;
        while (true) {
            try {
                tryOut(understood);
                return !Thread.currentThread().isInterrupted();
            } catch (StorageUnavailable e) {
                LOG.warn(
                        "Update {} waits for the database: {}",
                        understood.update().id(),
                        e.getMessage());
                if (!waited(pause)) {
                    return false;
                }
                var longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            }
        }
    }

    @SuppressWarnings("IllegalCatch")
    private void tryOut(Reading.Understood understood) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                router.handle(understood.incoming());
                return;
            } catch (ChatUnavailable e) {
                LOG.warn("Update {} stays unanswered: {}", understood.update().id(), e.getMessage());
                return;
            } catch (StorageUnavailable e) {
                throw e;
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS) {
                    putAside(understood, e);
                }
            }
        }
    }

    @SuppressWarnings("IllegalCatch")
    private void putAside(Reading.Understood understood, RuntimeException bug) {
        var incident = incidentOf(understood.update());
        LOG.atError()
                .addKeyValue("incident", incident)
                .setCause(bug)
                .log(
                        "Incident {}: update {} failed",
                        incident,
                        understood.update().id());
        inbox.quarantine(understood.update(), bug.getClass().getName(), incident);
        try {
            router.apologise(understood.incoming().sender(), incident);
        } catch (ChatUnavailable e) {
            LOG.warn("No apology for incident {}: {}", incident, e.getMessage());
        } catch (StorageUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("No apology for incident {}", incident, e);
        }
    }

    /** The same for every try of an update, so that the number the person is told is the one that was stored. */
    private static String incidentOf(RawUpdate update) {
        var name = (update.id() + update.json()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name).toString().substring(0, 8);
    }

    private static boolean waited(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
