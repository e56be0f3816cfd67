package app.aisha.adapters.schema;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.embedded.TestPostgres;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever runs any earlier version, with rows in all of its tables, comes to the newest one and keeps them. */
class UpgradeTest {

    static List<String> versions() {
        return TestBlueprint.blueprint().stages().stream()
                .map(Blueprint.Stage::version)
                .toList();
    }

    private static void migrate(TestPostgres.Database database, String target) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .target(target)
                .load()
                .migrate();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyVersionWithRowsBecomesTheNewest(String version) throws Exception {
        var database = TestPostgres.freshDatabase();
        migrate(database, version);
        try (var session = Session.open(database.dataSource())) {
            var rows = new SampleRows(Blueprint.snapshot(session));
            rows.writeInto(session);
            var before = SampleRows.count(session, rows.tables());

            migrate(database, "latest");

            assertThat(TestBlueprint.blueprint().driftIn(session).differences()).isEmpty();
            assertThat(before.values()).allMatch(count -> count > 0);
            assertThat(SampleRows.count(session, rows.tables()))
                    .allSatisfy(
                            (table, count) -> assertThat(count).as(table).isGreaterThanOrEqualTo(before.get(table)));
        }
    }

    @Test
    void anEmptyDatabaseBecomesTheNewest() throws SchemaTrouble {
        var database = TestPostgres.freshDatabase();

        migrate(database, "latest");

        assertThat(TestBlueprint.blueprint().driftOf(database.dataSource()).differences())
                .isEmpty();
    }

    /** What version 9 takes the words of a piece apart into, and version 11 makes findable. */
    @Test
    void wordsAreFoundAgain() throws Exception {
        var database = TestPostgres.freshDatabase();
        migrate(database, "8");
        try (var session = Session.open(database.dataSource())) {
            new SampleRows(Blueprint.snapshot(session)).writeInto(session);

            migrate(database, "latest");

            assertThat(session.one("SELECT passages -> 0 ->> 'text' FROM transcript_pieces"))
                    .isEqualTo("Spoken words");
            assertThat(session.one(
                            "SELECT count(*) FROM transcript_search WHERE words @@ to_tsquery('russian', 'spoken')"))
                    .isEqualTo("1");
        }
    }
}
