package app.aisha.adapters.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** The schema as the migrations define it, found by running them on an empty one. Immutable. */
public final class Blueprint {

    /** Statements of functions are indented, those of the script are not. */
    private static final Pattern MOVES_DATA = Pattern.compile("(?m)^(INSERT|UPDATE|DELETE|SELECT|WITH|DO|TRUNCATE|MERGE)\\b");

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

        @Override
        public String toString() {
            return "V%s %s".formatted(version, description);
        }
    }

    /** Makes and drops a schema in the database, for which its user needs the right to create schemas. */
    public static Blueprint drawnIn(DataSource database) throws SchemaTrouble {
        return drawn(database, true);
    }

    /** The same without the steps between. */
    public static Blueprint newestDrawnIn(DataSource database) throws SchemaTrouble {
        return drawn(database, false);
    }

    private static Blueprint drawn(DataSource database, boolean everyStage) throws SchemaTrouble {
        try (var scratch = ScratchSchema.in(database)) {
            var source = scratch.source();
            var stages = new ArrayList<Stage>();
            var all = Flyway.configure().dataSource(source).load().info().pending();
            for (var migration : everyStage ? Arrays.asList(all) : List.of(all).subList(all.length - 1, all.length)) {
                stages.add(stage(migration, source));
            }
            return new Blueprint(stages);
        } catch (FlywayException e) {
            throw SchemaTrouble.of(e);
        }
    }

    private static Stage stage(MigrationInfo migration, DataSource source) throws SchemaTrouble {
        Flyway.configure()
                .dataSource(source)
                .target(migration.getVersion())
                .load()
                .migrate();
        try (var session = Session.open(source)) {
            return new Stage(
                    migration.getVersion().toString(),
                    migration.getDescription(),
                    migration.getScript(),
                    MOVES_DATA.matcher(text(migration.getScript())).find(),
                    Session.told(() -> new CatalogReader(session).read()));
        }
    }

    private static String text(String script) {
        var resource = "/db/migration/" + script;
        try (var stream = Objects.requireNonNull(Blueprint.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
            return Session.told(() -> Drift.between(newest(), snapshot(session), session.schema()));
        }
    }

    /** Of one moment. */
    static Snapshot snapshot(Session session) throws SchemaTrouble {
        if (session.schema().isEmpty()) {
            throw new SchemaTrouble("The search path of this user names no schema that exists");
        }
        return new CatalogReader(session).read();
    }
}
