package app.aisha.bot.intake;

import app.aisha.bot.routing.ChatGateway.ChatUnavailable;
import app.aisha.bot.routing.Router;
import app.aisha.core.work.StorageUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The edge around the router: whatever goes wrong with one update stays with that update. One whose handling fails three
 * times is quarantined and its sender gets an apology with an incident number.
 */
public final class UpdateHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateHandler.class);
    private static final int ATTEMPTS = 3;

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

    /**
     * Handles an update.
     *
     * @return false when the update is not done and is to be handled again by the next run of the program
     * @throws StorageUnavailable when it is to be handled again as soon as the database is back
     */
    boolean handle(Reading.Understood understood) {
        return watch.around(understood, () -> {
            tryOut(understood);
            return !Thread.currentThread().isInterrupted();
        });
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
            } catch (RuntimeException | Error e) {
                if (attempt == ATTEMPTS) {
                    putAside(understood, e);
                }
            }
        }
    }

    @SuppressWarnings("IllegalCatch")
    private void putAside(Reading.Understood understood, Throwable bug) {
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
}
