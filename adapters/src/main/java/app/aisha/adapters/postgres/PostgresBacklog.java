package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.TELEGRAM_UPDATES;

import java.time.Duration;
import java.util.List;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** What lies in line, of all instances together. */
public final class PostgresBacklog {

    /** A job that was picked is not waiting, unless whoever picked it is dead; then its heartbeat is old. */
    private static final String JOBS = """
        SELECT task_name, count(*) AS waiting,
            count(*) FILTER (WHERE execution_time < now() - make_interval(secs => ?)) AS overdue,
            extract(epoch FROM max(now() - execution_time)) AS age
        FROM scheduled_tasks
        WHERE execution_time <= now()
            AND (NOT picked OR last_heartbeat < now() - make_interval(secs => ?))
        GROUP BY task_name
        """;

    /** What an earlier delivery or Telegram itself put off is not late before that is over. */
    private static final String PARCELS = """
        SELECT count(*) AS waiting,
            extract(epoch FROM max(now() - greatest(posted_at, not_before, edit_not_before))) AS age
        FROM outbox WHERE delivered_revision < revision
        """;

    private final PostgresDatabase database;

    public PostgresBacklog(PostgresDatabase database) {
        this.database = database;
    }

    /**
     * Some rows of one table.
     *
     * @param count how many wait
     * @param age how long the eldest has waited; zero where none waits or nothing is due
     */
    public record Line(long count, Duration age) {

        public static final Line EMPTY = new Line(0, Duration.ZERO);
    }

    /**
     * Jobs of one kind that are due and not under way.
     *
     * @param overdue how many of them have waited longer than they should
     */
    public record Jobs(String kind, Line due, long overdue) {}

    /**
     * A look at the tables.
     *
     * @param updates kept and not done
     * @param parcels not delivered, age counted from when they might have been
     * @param jobs kinds of which something is due
     */
    public record Seen(Line updates, Line parcels, List<Jobs> jobs) {

        public static final Seen NOTHING = new Seen(Line.EMPTY, Line.EMPTY, List.of());

        public Seen {
            jobs = List.copyOf(jobs);
        }
    }

    /**
     * Looks.
     *
     * @param patience after which a due job counts as overdue, and one without a heartbeat as nobody's
     */
    public Seen look(Duration patience) {
        return database.call(() -> new Seen(updates(), parcels(), jobs(patience)));
    }

    private Line updates() {
        var age = DSL.field("extract(epoch FROM now() - min({0}))", Double.class, TELEGRAM_UPDATES.RECEIVED_AT)
                .as("age");
        return database.dsl()
                .select(DSL.count().as("waiting"), age)
                .from(TELEGRAM_UPDATES)
                .where(TELEGRAM_UPDATES.DONE_AT.isNull())
                .fetchSingle(PostgresBacklog::line);
    }

    private Line parcels() {
        return database.dsl().resultQuery(PARCELS).fetchSingle(PostgresBacklog::line);
    }

    private List<Jobs> jobs(Duration patience) {
        var seconds = (double) patience.toSeconds();
        return database.dsl()
                .resultQuery(JOBS, seconds, seconds)
                .fetch(row -> new Jobs(row.get("task_name", String.class), line(row), row.get("overdue", Long.class)));
    }

    private static Line line(Record row) {
        var seconds = row.get("age", Double.class);
        var age = seconds == null || seconds < 0 ? Duration.ZERO : Duration.ofMillis(Math.round(seconds * 1000));
        return new Line(row.get("waiting", Long.class), age);
    }
}
