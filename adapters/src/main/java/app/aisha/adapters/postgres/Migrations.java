package app.aisha.adapters.postgres;

import app.aisha.core.work.StorageUnavailable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database to the schema this program needs. */
public final class Migrations {

    private Migrations() {}

    /** Safe to call at every start and from several instances at once: Flyway locks its history. */
    public static void apply(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
    }

    /** Whether the database has every table this program needs; changes nothing. */
    public static boolean areApplied(DataSource database) {
        try {
            return Flyway.configure().dataSource(database).load().info().pending().length == 0;
        } catch (FlywayException e) {
            throw new StorageUnavailable("The database does not answer", e);
        }
    }
}
