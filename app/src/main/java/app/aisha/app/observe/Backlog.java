package app.aisha.app.observe;

import app.aisha.adapters.postgres.PostgresBacklog;
import app.aisha.adapters.postgres.PostgresBacklog.Jobs;
import app.aisha.adapters.postgres.PostgresBacklog.Line;
import app.aisha.adapters.postgres.PostgresBacklog.Seen;
import app.aisha.core.work.StorageUnavailable;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What lies in line in the database, looked at now and then. While the database is away nobody knows, and the metrics say
 * that they are no numbers. Thread-safe.
 */
public final class Backlog {

    /** After which a due job counts as overdue; longer than a process may be dead before its jobs are taken up. */
    static final Duration OVERDUE = Duration.ofSeconds(60);

    private static final String SECONDS = "seconds";

    private final PostgresBacklog tables;
    private final MeterRegistry meters;
    private volatile Optional<Seen> seen = Optional.of(Seen.NOTHING);

    /**
     * Shows it in these meters.
     *
     * @param kinds names of the jobs there are
     */
    public Backlog(PostgresBacklog tables, MeterRegistry meters, Collection<String> kinds) {
        this.tables = tables;
        this.meters = meters;
        show(
                "aisha.updates.open",
                "Updates kept and not done",
                it -> it.updates().count());
        age("aisha.updates.eldest", "Since when the eldest of them was kept", Seen::updates);
        show("aisha.outbox.undelivered", "Parcels that wait", it -> it.parcels().count());
        age("aisha.outbox.eldest", "How long the eldest of them might have been delivered", Seen::parcels);
        kinds.forEach(this::showJobs);
    }

    private void showJobs(String kind) {
        gauge("aisha.jobs.due", it -> jobs(it, kind).due().count())
                .description("Jobs that wait for a worker")
                .tag("kind", kind)
                .register(meters);
        gauge("aisha.jobs.overdue", it -> jobs(it, kind).overdue())
                .description("Jobs that wait longer than they should")
                .tag("kind", kind)
                .register(meters);
        gauge("aisha.jobs.eldest", it -> seconds(jobs(it, kind).due().age()))
                .description("How long the eldest of them waits")
                .baseUnit(SECONDS)
                .tag("kind", kind)
                .register(meters);
    }

    private void show(String name, String meaning, ToDoubleFunction<Seen> value) {
        gauge(name, value).description(meaning).register(meters);
    }

    private void age(String name, String meaning, Function<Seen, Line> line) {
        gauge(name, it -> seconds(line.apply(it).age()))
                .description(meaning)
                .baseUnit(SECONDS)
                .register(meters);
    }

    private Gauge.Builder<Backlog> gauge(String name, ToDoubleFunction<Seen> value) {
        return Gauge.builder(
                name, this, it -> it.seen().map(value::applyAsDouble).orElse(Double.NaN));
    }

    private static Jobs jobs(Seen seen, String kind) {
        return seen.jobs().stream()
                .filter(jobs -> jobs.kind().equals(kind))
                .findFirst()
                .orElseGet(() -> new Jobs(kind, Line.EMPTY, 0));
    }

    private static double seconds(Duration age) {
        return age.toMillis() / 1000.0;
    }

    /** Looks at the tables. */
    public void look() {
        try {
            seen = Optional.of(tables.look(OVERDUE));
        } catch (StorageUnavailable _) {
            seen = Optional.empty();
        }
    }

    /** What was there at the last look; empty where the database was away. */
    public Optional<Seen> seen() {
        return seen;
    }
}
