package app.aisha.adapters.schema;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The schema as the migrations define it, found by running them on an empty one. Immutable. */
public final class Blueprint {

    private final List<Stage> stages;

    private Blueprint(List<Stage> stages) {
        this.stages = List.copyOf(stages);
    }

    /**
     * The schema after a migration.
     *
     * @param movesData whether the script does more than define objects
     */
    record Stage(String version, String description, String script, boolean movesData, Snapshot schema) {

        /** Its row in the history. */
        SchemaObject.Id row() {
            return new SchemaObject.Id(Kind.MIGRATION, "", version);
        }

        Stage with(Snapshot seen) {
            return new Stage(version, description, script, movesData, seen);
        }

        @Override
        public String toString() {
            return "V%s %s".formatted(version, description);
        }
    }

    /** Makes and drops a schema in the database, for which its user needs the right to create schemas. */
    public static Blueprint drawnIn(DataSource database) throws SchemaTrouble {
        try (var scratch = ScratchSchema.in(database)) {
            var drawing = new Drawing();
            var source = scratch.source();
            Flyway.configure().dataSource(source).callbacks(drawing).load().migrate();
            try (var session = Session.open(source)) {
                return new Blueprint(drawing.stages(Session.told(() -> new CatalogReader(session).read())));
            }
        } catch (FlywayException e) {
            throw SchemaTrouble.of(e);
        }
    }

    /** Whether the user of the database may make a schema. */
    public static boolean isPossibleIn(DataSource database) throws SchemaTrouble {
        try (var session = Session.open(database)) {
            return Session.told(() -> ScratchSchema.isPossibleIn(session));
        }
    }

    List<Stage> stages() {
        return stages;
    }

    /** What the newest migration leads to. */
    public Snapshot newest() {
        return stages.getLast().schema();
    }

    /** Where a database is not as the newest migration leaves it; changes nothing. */
    public Drift driftOf(DataSource database) throws SchemaTrouble {
        try (var session = Session.open(database)) {
            return Session.told(() -> driftIn(session));
        }
    }

    Drift driftIn(Session session) throws SchemaTrouble {
        return Drift.between(newest(), snapshot(session), session.schema());
    }

    /** Of one moment. */
    static Snapshot snapshot(Session session) throws SchemaTrouble {
        if (session.schema().isEmpty()) {
            throw new SchemaTrouble("The search path of this user names no schema that exists");
        }
        return new CatalogReader(session).read();
    }
}
