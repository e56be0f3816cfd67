package app.aisha.adapters.schema;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Empties a database of a developer: every object of its schema is dropped and the migrations run anew. */
public final class SchemaReset {

    private static final String OTHERS = """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
            AND coalesce(backend_type, 'client backend') = 'client backend'
        """;

    /** As long as PostgreSQL itself waits before DROP DATABASE: connections that are closed end a little later. */
    private static final Duration LEAVING = Duration.ofSeconds(5);

    private final DataSource database;

    public SchemaReset(DataSource database) {
        this.database = database;
    }

    /** How it ended. */
    public sealed interface Outcome {

        /** The schema is new and empty. */
        record Emptied(String database, int migrations) implements Outcome {}

        /** Nothing was touched. */
        record Refused(List<String> reasons) implements Outcome {

            public Refused {
                reasons = List.copyOf(reasons);
            }
        }
    }

    /**
     * Empties the database, unless it is marked as one of production, somebody else is connected or it has another name.
     *
     * @param confirmed the name of the database, as a person gave it
     */
    public Outcome reset(String confirmed) throws SchemaTrouble {
        var reasons = reasonsAgainst(confirmed);
        if (!reasons.isEmpty()) {
            return new Outcome.Refused(reasons);
        }
        try {
            var flyway =
                    Flyway.configure().dataSource(database).cleanDisabled(false).load();
            flyway.clean();
            return new Outcome.Emptied(confirmed, flyway.migrate().migrationsExecuted);
        } catch (FlywayException e) {
            throw SchemaTrouble.of(e);
        }
    }

    /** How many connections of others stay. */
    private static int others(Session session) {
        var end = System.nanoTime() + LEAVING.toNanos();
        var others = Integer.parseInt(session.one(OTHERS));
        while (others > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            others = Integer.parseInt(session.one(OTHERS));
        }
        return others;
    }

    private List<String> reasonsAgainst(String confirmed) throws SchemaTrouble {
        try (var session = Session.open(database)) {
            return Session.told(() -> {
                var reasons = new ArrayList<String>();
                var name = session.one("SELECT current_database()");
                if (!name.equals(confirmed)) {
                    reasons.add("The database is called %s: only --confirm %s empties it.".formatted(name, name));
                }
                if (ProductionMark.isOn(session)) {
                    reasons.add("The database is marked as one of production: ./aisha serve has run on it.");
                }
                var others = others(session);
                if (others > 0) {
                    reasons.add("The database is in use (%d): stop what runs on it.".formatted(others));
                }
                return reasons;
            });
        }
    }
}
