package app.aisha.app.console;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import app.aisha.adapters.embedded.PostgresNotStarted;
import app.aisha.adapters.schema.Blueprint;
import app.aisha.adapters.schema.SchemaTrouble;
import app.aisha.app.settings.BadSettings;
import app.aisha.app.settings.ConsoleSettings;
import app.aisha.app.settings.Environment;
import app.aisha.app.settings.Settings;
import app.aisha.app.settings.SettingsReader;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database that a command looks after, whatever state its tables are in. */
final class SchemaDesk implements AutoCloseable {

    private final DataSource live;
    private final String place;
    private final Path scratch;
    private final Discretion discretion;
    private final Runnable closing;

    private SchemaDesk(DataSource live, String place, Path scratch, Discretion discretion, Runnable closing) {
        this.live = live;
        this.place = place;
        this.scratch = scratch;
        this.discretion = discretion;
        this.closing = closing;
    }

    /** That of DATABASE_URL, else the sandbox's; connects to nothing yet. */
    static SchemaDesk open(Environment environment) throws BadSettings, NoDatabase, InterruptedException {
        var settings = SettingsReader.readForConsole(environment);
        var scratch = settings.data().resolve("scratch");
        var told = settings.database();
        if (told.isEmpty()) {
            return inTheSandbox(settings, scratch);
        }
        var database = told.get();
        return new SchemaDesk(
                sourceOf(database),
                "DATABASE_URL, %s as %s"
                        .formatted(
                                database.jdbcUrl()
                                        .replaceFirst("^jdbc:postgresql://", "")
                                        .replaceFirst("\\?.*", ""),
                                database.user()),
                scratch,
                Discretion.about(database),
                () -> {});
    }

    private static SchemaDesk inTheSandbox(ConsoleSettings settings, Path scratch)
            throws NoDatabase, InterruptedException {
        var folder = settings.data().resolve("postgres");
        if (!EmbeddedPostgres.isMadeIn(folder)) {
            throw new NoDatabase(
                    "There is no database in %s yet: start ./aisha once, or set DATABASE_URL or AISHA_DATA."
                            .formatted(folder));
        }
        var server = attached(folder);
        return new SchemaDesk(
                sourceOf(server),
                "the sandbox's, in " + folder,
                scratch,
                Discretion.about(server.password()),
                server::close);
    }

    private static EmbeddedPostgres attached(Path folder) throws NoDatabase, InterruptedException {
        try {
            return EmbeddedPostgres.attachOrStart(folder);
        } catch (PostgresNotStarted e) {
            throw new NoDatabase(String.valueOf(e.getMessage()), e);
        }
    }

    static DataSource sourceOf(EmbeddedPostgres server) {
        return new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password());
    }

    /** Opens a connection per request. */
    static DataSource sourceOf(Settings.Database database) {
        return new DriverManagerDataSource(
                database.jdbcUrl(), database.user(), database.password().reveal());
    }

    DataSource live() {
        return live;
    }

    /** Where the database is, without its password. */
    String place() {
        return place;
    }

    /** The migrations run in a schema beside the live one; where its user may not make any, in a server of our own. */
    Blueprint blueprint() throws SchemaTrouble, NoDatabase, InterruptedException {
        if (Blueprint.isPossibleIn(live)) {
            return Blueprint.drawnIn(live);
        }
        try (var server = attached(scratch)) {
            return Blueprint.drawnIn(sourceOf(server));
        }
    }

    /** The line without what must not be shown. */
    String discreet(String line) {
        return discretion.of(line);
    }

    @Override
    public void close() {
        closing.run();
    }
}
