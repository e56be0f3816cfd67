package app.aisha.adapters.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestPostgresTest {

    @Test
    void everyTestHasADatabaseOfItsOwn() {
        var first = TestPostgres.freshDatabase();
        first.client().sql("CREATE TABLE things (name text)").update();

        var tables =
                TestPostgres.freshDatabase().client().sql("SELECT count(*) FROM pg_tables WHERE tablename = 'things'");

        assertThat(tables.query(Integer.class).single()).isZero();
    }

    @Test
    void aCopyHoldsWhatItsTemplateHeld() {
        var template = TestPostgres.freshDatabase();
        template.client().sql("CREATE TABLE things AS SELECT 'lamp' AS name").update();

        var copy = TestPostgres.copyOf(template).client();

        assertThat(copy.sql("SELECT name FROM things").query(String.class).list())
                .containsExactly("lamp");
    }

    @Test
    void wordsAreComparedAsUnicode() {
        var lower = TestPostgres.freshDatabase().client().sql("SELECT lower('ДИЛЯ ÄÖ')");

        assertThat(lower.query(String.class).single()).isEqualTo("диля äö");
    }
}
