package app.aisha.adapters.postgres;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema this program needs. */
public final class Migrations {

    private Migrations() {}

    /** Safe to call at every start and from several instances at once: Flyway locks its history. */
    public static void apply(DataSource database) {
        Flyway.configure().dataSource(database).load().migrate();
    }
}
