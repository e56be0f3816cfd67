package app.aisha.adapters.schema;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.embedded.TestPostgres;
import app.aisha.adapters.postgres.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepairTest {

    private final TestPostgres.Database database = TestDatabase.migrated();

    private static Repair repairOf(TestPostgres.Database database) {
        return new Repair(TestBlueprint.blueprint(), database.dataSource());
    }

    private static void isClean(TestPostgres.Database database) throws SchemaTrouble {
        assertThat(TestBlueprint.blueprint().driftOf(database.dataSource()).differences())
                .isEmpty();
    }

    private static Stream<String> headings(RepairPlan plan) {
        return plan.remedies().stream().map(remedy -> remedy.lines().getFirst());
    }

    private static Stream<String> sentences(RepairPlan plan) {
        return plan.left().stream().map(RepairPlan.Left::sentence);
    }

    private void change(String... statements) {
        for (var statement : statements) {
            database.client().sql(statement).update();
        }
    }

    private void addUser() {
        change("INSERT INTO users (id, chat_id, name, language, zone) VALUES (gen_random_uuid(), 1, 'Anna', 'RU',"
                + " 'UTC')");
    }

    @Test
    void whatIsInOrderIsLeftAlone() throws SchemaTrouble {
        assertThat(repairOf(database).plan()).isEqualTo(new RepairPlan(List.of(), List.of()));
        assertThat(repairOf(database).apply()).isEqualTo(new RepairPlan(List.of(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE users DROP COLUMN shows_progress; ALTER TABLE users ALTER COLUMN reachable SET DEFAULT"
                    + " false; ALTER TABLE avatars ALTER COLUMN is_main DROP DEFAULT, ALTER COLUMN name DROP NOT NULL;"
                    + " ALTER TABLE users ALTER COLUMN username SET NOT NULL",
                "DROP INDEX ix_avatars_training_type; ALTER INDEX ix_avatars_owner RENAME TO x; CREATE INDEX"
                        + " ix_avatars_owner ON avatars (id); DROP INDEX x; ALTER TABLE avatars DROP CONSTRAINT"
                        + " a_failed_avatar_has_a_reason; ALTER TABLE avatars DROP CONSTRAINT avatars_held_check, ADD"
                        + " CONSTRAINT avatars_held_check CHECK (held > 1); ALTER TABLE avatars DROP CONSTRAINT"
                        + " avatars_user_id_fkey",
                "DROP FUNCTION picture_words CASCADE; DROP FUNCTION refuse_to_change_the_ledger CASCADE; DROP TRIGGER"
                        + " entries_add_up_to_zero ON ledger_transactions; ALTER TABLE pictures DISABLE TRIGGER"
                        + " generations_are_counted; CREATE OR REPLACE FUNCTION count_generations() RETURNS trigger"
                        + " LANGUAGE plpgsql AS 'BEGIN RETURN NULL;END'",
                "ALTER TABLE users DROP COLUMN photo_retention; DROP TYPE photoretention",
                "ALTER TYPE track RENAME TO t; CREATE TYPE track AS ENUM ('left'); ALTER TABLE transcript_pieces ALTER"
                        + " COLUMN track TYPE track USING 'left'; DROP TYPE t",
                "ALTER TABLE erasure_work DISABLE TRIGGER ALL",
                "DROP TABLE pictures, picture_orders, outbox CASCADE",
                "DROP TABLE flyway_schema_history",
                "DELETE FROM flyway_schema_history WHERE installed_rank > 3",
                "DELETE FROM flyway_schema_history WHERE version IN ('9', '13'); DROP INDEX ix_avatars_main",
                "UPDATE flyway_schema_history SET success = false WHERE version = '14'"
            })
    void whatCostsNothingIsMended(String damage) throws SchemaTrouble {
        change(damage.split("; "));

        var plan = repairOf(database).plan();
        var done = repairOf(database).apply();

        assertThat(plan.remedies()).isNotEmpty();
        assertThat(done).isEqualTo(plan);
        assertThat(done.left()).isEmpty();
        isClean(database);
        assertThat(repairOf(database).apply().remedies()).isEmpty();
    }

    @Test
    void itIsSaidWhatIsDone() throws SchemaTrouble {
        change(
                "ALTER TABLE users DROP COLUMN shows_progress",
                "DELETE FROM flyway_schema_history WHERE version = '14'");

        assertThat(repairOf(database).plan().remedies().stream().flatMap(remedy -> remedy.lines().stream()))
                .containsExactly(
                        "make column users.shows_progress; what was in it stays lost",
                        "  ALTER TABLE \"users\" ADD COLUMN \"shows_progress\" boolean DEFAULT true NOT NULL",
                        "enter into the history V14 pictures");
    }

    @Test
    void anEmptyDatabaseIsMigrated() throws SchemaTrouble {
        var empty = TestPostgres.freshDatabase();

        assertThat(headings(repairOf(empty).apply()))
                .hasSize(TestBlueprint.blueprint().stages().size())
                .startsWith("run V1 spine", "run V2 waiting transcripts");
        isClean(empty);
    }

    @Test
    void aHistoryWithoutEntriesAndAnExtensionAreNoReasonToRefuse() throws SchemaTrouble {
        var empty = TestPostgres.freshDatabase();
        empty.client().sql("CREATE EXTENSION IF NOT EXISTS pg_trgm").update();
        TestBlueprint.blueprint().newest().objects().stream()
                .filter(object -> Progress.isHistory(object.id()))
                .flatMap(object -> Ddl.toMend(new Difference.Missing(object)).stream())
                .forEach(statement -> empty.client().sql(statement).update());

        var done = repairOf(empty).apply();

        assertThat(done.left()).isEmpty();
        assertThat(headings(done)).first().isEqualTo("run V1 spine");
        isClean(empty);
    }

    @Test
    void whatIsMissingIsMendedBeforeWhatIsPendingRuns() throws SchemaTrouble {
        var older = TestPostgres.freshDatabase();
        Flyway.configure().dataSource(older.dataSource()).target("12").load().migrate();
        older.client().sql("DROP INDEX ix_users_username").update();

        var done = repairOf(older).apply();

        assertThat(done.left()).isEmpty();
        assertThat(headings(done))
                .startsWith("make index users.ix_users_username", "run V13 avatars", "run V14 pictures");
        isClean(older);
    }

    @Test
    void theFateOfTheOldScriptsIsRepeated() throws SchemaTrouble {
        change(
                "DROP TABLE flyway_schema_history",
                "ALTER TABLE avatars DROP COLUMN learning_rate, DROP COLUMN captioning",
                "DROP INDEX ix_avatars_training_type");

        var done = repairOf(database).apply();

        assertThat(done.left()).isEmpty();
        assertThat(headings(done))
                .contains("make table flyway_schema_history", "enter into the history V13 avatars")
                .noneMatch(heading -> heading.startsWith("run"));
        isClean(database);
        Flyway.configure().dataSource(database.dataSource()).load().validate();
    }

    @Test
    void aWholeSchemaIsMadeOfItsDescription() throws SchemaTrouble {
        change("""
            DO $$
            DECLARE
                everything text;
            BEGIN
                SELECT string_agg(format('DROP %s CASCADE', fallen), '; ') INTO everything
                FROM (SELECT 'TABLE ' || oid::regclass AS fallen FROM pg_class
                        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'flyway_schema_history'
                    UNION ALL SELECT 'TYPE ' || oid::regtype FROM pg_type
                        WHERE typnamespace = 'public'::regnamespace AND typtype = 'e'
                    UNION ALL SELECT 'FUNCTION IF EXISTS ' || oid::regprocedure FROM pg_proc
                        WHERE pronamespace = 'public'::regnamespace) all_of_it;
                EXECUTE everything;
            END $$
            """);

        var done = repairOf(database).apply();

        assertThat(done.left()).isEmpty();
        assertThat(headings(done))
                .contains(
                        "make table users",
                        "make function search_form(original text)",
                        "make index avatars.ix_avatars_main")
                .allMatch(heading -> heading.startsWith("make "));
        isClean(database);
    }

    @Test
    void whatCouldCostSomethingIsNamedAndLeft() throws SchemaTrouble {
        change(
                "ALTER TABLE avatars ALTER COLUMN name TYPE varchar(90)",
                "ALTER TABLE users ADD COLUMN shoe_size integer",
                "ALTER TYPE avatargender ADD VALUE 'unknown'",
                "CREATE TABLE notes (id integer)",
                "ALTER TABLE trainer_rings SET UNLOGGED",
                "CREATE INDEX ix_users_zone ON users (zone)",
                "UPDATE flyway_schema_history SET checksum = 7 WHERE version = '12'");
        var before = TestBlueprint.blueprint().driftOf(database.dataSource());

        var done = repairOf(database).apply();

        assertThat(done.remedies()).isEmpty();
        assertThat(sentences(done).map(sentence -> sentence.replaceAll(":.*", "")))
                .containsExactlyInAnyOrder(
                        "different column avatars.name",
                        "extra column users.shoe_size",
                        "different type avatargender",
                        "extra table notes",
                        "different table trainer_rings",
                        "extra index users.ix_users_zone",
                        "migration V12 vocabulary");
        assertThat(TestBlueprint.blueprint().driftOf(database.dataSource())).isEqualTo(before);
    }

    @Test
    void whatTheServerRefusesIsLeftWithoutQuotingRowsAndTheRestIsDone() throws SchemaTrouble {
        change("DROP INDEX ix_users_username", "ALTER TABLE users DROP CONSTRAINT users_chat_id_key");
        addUser();
        addUser();
        change("DELETE FROM flyway_schema_history WHERE version = '14'");

        var done = repairOf(database).apply();

        assertThat(headings(done)).containsExactly("make index users.ix_users_username");
        assertThat(sentences(done))
                .containsExactly(
                        "make constraint users.users_chat_id_key: the server refuses: ERROR: could not create unique"
                                + " index \"users_chat_id_key\" (23505)",
                        "migration V14 pictures: is not entered before the above is settled");
    }

    @Test
    void rowsAreKept() throws SchemaTrouble {
        addUser();
        change("ALTER TABLE users DROP COLUMN photo_retention", "DROP TYPE photoretention");

        repairOf(database).apply();

        assertThat(database.client()
                        .sql("SELECT name || ' ' || photo_retention FROM users")
                        .query(String.class)
                        .list())
                .containsExactly("Anna keep");
    }

    @Test
    void aMigrationThatMovesRowsIsNeverOnlyStamped() throws SchemaTrouble {
        var older = TestPostgres.freshDatabase();
        Flyway.configure().dataSource(older.dataSource()).target("8").load().migrate();
        older.client().sql("CREATE TYPE track AS ENUM ('all', 'left', 'right')").update();

        var done = repairOf(older).apply();

        assertThat(done.remedies()).isEmpty();
        assertThat(sentences(done))
                .first()
                .asString()
                .startsWith(
                        "migration V9 passages: moves rows and is not in the history, but a part of it or of a later"
                                + " one is there: run V9__passages.sql by hand");
        assertThat(sentences(done)).contains("migration V14 pictures: waits until the above is settled");
    }

    @Test
    void whatANewerProgramMadeIsNotTouched() throws SchemaTrouble {
        change(
                "DROP INDEX ix_avatars_training_type",
                "INSERT INTO flyway_schema_history SELECT 99, '999', description, type, script, checksum, installed_by,"
                        + " installed_on, execution_time, success FROM flyway_schema_history WHERE version = '14'");

        var done = repairOf(database).apply();

        assertThat(done.remedies()).isEmpty();
        assertThat(sentences(done))
                .containsExactly("migration 999: is unknown to this program: use the one that ran it");
    }

    @Test
    void aDatabaseOfOthersIsLeftToThem() throws SchemaTrouble {
        var foreign = TestPostgres.freshDatabase();
        foreign.client().sql("CREATE TABLE notes (id integer)").update();

        var done = repairOf(foreign).apply();

        assertThat(done.remedies()).isEmpty();
        assertThat(sentences(done))
                .containsExactly("schema: holds only things of others: give Aisha a database of her own");
    }

    @Test
    void thosePartsThatMoveRowsAreKnown() {
        assertThat(TestBlueprint.blueprint().stages())
                .filteredOn(Blueprint.Stage::movesData)
                .extracting(Blueprint.Stage::version)
                .contains("3", "9", "11")
                .doesNotContain("1", "2", "4", "5", "7", "8", "10", "12", "13", "14");
    }
}
