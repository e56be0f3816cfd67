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
        return new PostgresDatabase(fresh().dataSource());
    }

    /** Where it is, for tests that open it more than once. */
    static TestPostgres.Database fresh() {
        return TestPostgres.copyOf(Template.MIGRATED);
    }
}
