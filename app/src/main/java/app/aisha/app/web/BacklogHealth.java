package app.aisha.app.web;

import app.aisha.adapters.postgres.PostgresBacklog.Seen;
import app.aisha.app.observe.Backlog;
import java.time.Duration;
import java.util.Comparator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Degraded when something lies in line for longer than people should wait. What the database cannot tell is its own matter. */
@Component
class BacklogHealth implements HealthIndicator {

    private static final Duration UPDATES = Duration.ofMinutes(2);
    private static final Duration PARCELS = Duration.ofMinutes(5);
    private static final Duration JOBS = Duration.ofMinutes(5);

    private final Backlog backlog;

    BacklogHealth(Backlog backlog) {
        this.backlog = backlog;
    }

    @Override
    public Health health() {
        return backlog.seen()
                .map(BacklogHealth::of)
                .orElseGet(() -> Health.unknown().build());
    }

    private static Health of(Seen seen) {
        var updates = seen.updates().age();
        var parcels = seen.parcels().age();
        var jobs = seen.jobs().stream()
                .map(kind -> kind.due().age())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        var late = updates.compareTo(UPDATES) > 0 || parcels.compareTo(PARCELS) > 0 || jobs.compareTo(JOBS) > 0;
        return Degraded.unless(!late)
                .withDetail("eldestUpdateSeconds", updates.toSeconds())
                .withDetail("eldestParcelSeconds", parcels.toSeconds())
                .withDetail("eldestDueJobSeconds", jobs.toSeconds())
                .build();
    }
}
