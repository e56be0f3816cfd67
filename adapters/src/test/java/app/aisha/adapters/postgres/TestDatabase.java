package app.aisha.adapters.postgres;

import app.aisha.adapters.embedded.TestPostgres;

/** A migrated database for one test. */
public final class TestDatabase {

    private static final class Template {
        private static final TestPostgres.Database MIGRATED = migrated();

        private static TestPostgres.Database migrated() {
            var database = TestPostgres.freshDatabase();
            Migrations.apply(database.dataSource());
            return database;
        }
    }

    private TestDatabase() {}

    public static PostgresDatabase open() {
        return new PostgresDatabase(migrated().dataSource());
    }

    /** For whoever wants pools of their own, or what {@link PostgresDatabase} does not offer. */
    public static TestPostgres.Database migrated() {
        return TestPostgres.copyOf(Template.MIGRATED);
    }
}
