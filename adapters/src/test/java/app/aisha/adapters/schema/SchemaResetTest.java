package app.aisha.adapters.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.embedded.TestPostgres;
import app.aisha.adapters.postgres.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SchemaResetTest {

    private final TestPostgres.Database database = TestDatabase.migrated();
    private final SchemaReset reset = new SchemaReset(database.dataSource());

    @Test
    void aDatabaseOfADeveloperIsEmptied() throws SchemaTrouble {
        database.client().sql("DROP TABLE outbox").update();
        database.client().sql("CREATE TABLE notes (id integer)").update();

        assertThat(reset.reset(database.name()))
                .isEqualTo(new SchemaReset.Outcome.Emptied(
                        database.name(), TestBlueprint.blueprint().stages().size()));
        assertThat(TestBlueprint.blueprint().driftOf(database.dataSource()).differences())
                .isEmpty();
    }

    @Test
    void anyOtherIsRefusedWithAllReasons() throws Exception {
        database.client().sql("CREATE TABLE notes (id integer)").update();
        ProductionMark.put(database.dataSource());

        try (var busy = database.dataSource().getConnection()) {
            assertThat(busy.isClosed()).isFalse();
            assertThat(reset.reset("production"))
                    .isEqualTo(new SchemaReset.Outcome.Refused(List.of(
                            "The database is called %1$s: only --confirm %1$s empties it.".formatted(database.name()),
                            "The database is marked as one of production: ./aisha serve has run on it.",
                            "The database is in use (1): stop what runs on it.")));
        }
        assertThat(reset.reset(database.name())).isInstanceOf(SchemaReset.Outcome.Refused.class);
        assertThat(database.client()
                        .sql("SELECT count(*) FROM notes")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamedByNothingSecret() {
        var away = new DriverManagerDataSource(database.jdbcUrl() + "&password=s3cret", "nobody", "s3cret");

        assertThatThrownBy(() -> new SchemaReset(away).reset(database.name()))
                .isInstanceOf(SchemaTrouble.class)
                .hasMessage("FATAL: password authentication failed for user \"nobody\" (28P01)");
    }
}
