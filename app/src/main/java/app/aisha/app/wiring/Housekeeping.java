package app.aisha.app.wiring;

import app.aisha.adapters.postgres.PostgresInbox;
import app.aisha.adapters.postgres.PostgresOutbox;
import app.aisha.adapters.postgres.PostgresProposals;
import app.aisha.core.picture.TidyPictures;
import app.aisha.core.privacy.ApplyRetention;
import app.aisha.core.work.StorageUnavailable;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what nobody will ask for again. Harmless when several instances do it. */
@Component
class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** Telegram delivers an update for at most a day. */
    private static final Period UPDATES = Period.ofDays(3);

    /** Whoever is told an incident number quotes it within a month. */
    private static final Period QUARANTINE = Period.ofDays(30);

    private static final Period NOTICES = Period.ofDays(30);

    /** A button of one that was carried out is still answered with what it did. */
    private static final Period PROPOSALS = Period.ofDays(30);

    private final PostgresInbox inbox;
    private final PostgresOutbox outbox;
    private final PostgresProposals proposals;
    private final TidyPictures tidyPictures;
    private final ApplyRetention applyRetention;
    private final InstantSource clock;

    Housekeeping(
            PostgresInbox inbox,
            PostgresOutbox outbox,
            PostgresProposals proposals,
            TidyPictures tidyPictures,
            ApplyRetention applyRetention,
            InstantSource clock) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.proposals = proposals;
        this.tidyPictures = tidyPictures;
        this.applyRetention = applyRetention;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void tidy() {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            var updates = inbox.forgetDoneBefore(now.minus(UPDATES));
            var notices = outbox.forgetPostedBefore(now.minus(NOTICES));
            var orders = proposals.forgetMadeBefore(now.minus(PROPOSALS));
            var pictures = tidyPictures.tidy();
            var quarantined = inbox.forgetQuarantinedBefore(now.minus(QUARANTINE));
            var avatars = applyRetention.apply();
            LOG.debug("Forgot {} updates, {} notices, {} proposals, {} pictures", updates, notices, orders, pictures);
            LOG.debug("Forgot {} updates put aside, and has photos of {} avatars removed", quarantined, avatars);
        } catch (StorageUnavailable e) {
            LOG.warn("Tidying waits for the database: {}", e.getMessage());
        }
    }
}
