package app.aisha.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.schema.ProductionMark;
import app.aisha.app.settings.Setting;
import app.aisha.app.settings.SettingsReader;
import app.aisha.app.settings.SettingsReader.Assembly;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DbCommandsTest {

    private static final AdminConsole.Sandbox SANDBOX = AdminConsole.Sandbox.start();
    private static final String SECRET = "v3ry-s3cret";

    private final DbConsole console = new DbConsole(SANDBOX);
    private final String name = console.name();

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    private int db(String... arguments) {
        return console.db(arguments);
    }

    private List<String> said() {
        return console.said();
    }

    private List<String> complaints() {
        return console.complaints();
    }

    @Test
    void anEmptyDatabaseIsFilledCheckedAndEmptied() {
        assertThat(db("check")).isEqualTo(1);
        assertThat(said()).contains("missing table users", "missing migration 1");

        assertThat(db("apply")).isZero();
        assertThat(said()).contains("Would run V1 spine", OrderRun.DRY_RUN);
        assertThat(db("check")).isEqualTo(1);

        assertThat(db("apply", "--apply")).isZero();
        assertThat(said()).contains("Done: run V1 spine");
        assertThat(said().getLast()).startsWith("The schema public is in order: all of its ");

        assertThat(db("check")).isZero();
        assertThat(said())
                .singleElement()
                .asString()
                .matches("The schema public is in order: all of its \\d+ objects are as the migrations define them\\.");
        assertThat(db("check", "--json")).isZero();
        assertThat(said()).singleElement().asString().contains("\"clean\":true", "\"drift\":[]");
        assertThat(db("apply", "--apply")).isZero();
        assertThat(said()).containsExactly("There is nothing to do.");

        console.order("CREATE TABLE notes (id integer)");
        assertThat(db("reset", "--confirm", name)).isZero();
        assertThat(said().getFirst()).matches("Emptied " + name + " and ran \\d+ migrations\\.");
        assertThat(db("check")).isZero();
    }

    @Test
    void whatDiffersIsListedAndMendedWhereThatCostsNothing() {
        console.migrate();
        console.order("DROP INDEX ix_avatars_training_type", "ALTER TABLE avatars ALTER COLUMN name TYPE varchar(90)");

        assertThat(db("check")).isEqualTo(1);
        assertThat(said())
                .containsExactly(
                        "different column avatars.name: type is character varying(90), should be character"
                                + " varying(100)",
                        "missing index avatars.ix_avatars_training_type",
                        "The schema public is not as the migrations define it; differences: 2.");
        assertThat(db("check", "--json")).isEqualTo(1);
        assertThat(said())
                .singleElement()
                .asString()
                .contains(
                        "{\"change\":\"missing\",\"kind\":\"index\",\"table\":\"avatars\",\"name\":\"ix_avatars_training_type\"}");

        assertThat(db("apply", "--apply")).isEqualTo(1);
        assertThat(said())
                .startsWith(
                        "Done: make index avatars.ix_avatars_training_type",
                        "  CREATE INDEX ix_avatars_training_type ON avatars USING btree (training_type)",
                        "Left: different column avatars.name: type is character varying(90), should be character"
                                + " varying(100): cannot be changed without a risk for the rows; decide by hand");
    }

    @Test
    void resetRefusesWhateverTellsOfProduction() throws Exception {
        console.migrate();
        assertThat(db("reset")).isEqualTo(1);
        assertThat(complaints())
                .containsExactly("The database is called %s: only --confirm %s empties it.".formatted(name, name));

        try (var other = console.database().getConnection()) {
            assertThat(other.isValid(1)).isTrue();
            assertThat(db("reset", "--confirm", name)).isEqualTo(1);
            assertThat(complaints()).containsExactly("The database is in use (1): stop what runs on it.");
        }

        ProductionMark.put(console.database());
        ProductionMark.put(console.database());
        assertThat(db("reset", "--confirm", name)).isEqualTo(1);
        assertThat(complaints())
                .containsExactly("The database is marked as one of production: ./aisha serve has run on it.");
        assertThat(db("diagnose")).isZero();
        assertThat(said()).contains("OK   production: marked as such");

        console.order("COMMENT ON TABLE flyway_schema_history IS NULL");
        for (var setting : Setting.values()) {
            console.variables()
                    .putIfAbsent(setting.name(), setting.need() == Setting.Need.PRODUCTION ? "something" : "");
        }
        assertThat(db("reset", "--confirm", name)).isEqualTo(1);
        assertThat(complaints())
                .containsExactly("These settings are those of production: everything that ./aisha serve needs is set.");
        assertThat(JdbcClient.create(console.database())
                        .sql("SELECT count(*) FROM users")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void servingMarksTheDatabase() throws Exception {
        console.migrate();
        DbCommands.markAsProduction(SettingsReader.read(console.environment(), Assembly.SANDBOX), console.terminal());
        assertThat(console.printed()).isEmpty();
        assertThat(db("reset", "--confirm", name)).isEqualTo(1);
        assertThat(complaints()).singleElement().asString().contains("marked as one of production");

        console.variables().put("DATABASE_URL", console.url("nobody", SECRET));
        DbCommands.markAsProduction(SettingsReader.read(console.environment(), Assembly.SANDBOX), console.terminal());
        assertThat(complaints())
                .containsExactly("The database was not marked as one of production: FATAL: password authentication"
                        + " failed for user \"nobody\" (28P01)");
    }

    @Test
    void aDiagnosisNamesWhatIsThereAndWhatIsWrong() {
        assertThat(db("diagnose")).isZero();
        assertThat(said())
                .contains(
                        "OK   settings: DATABASE_URL, 127.0.0.1:%d/%s as %s"
                                .formatted(
                                        console.port(), name, SANDBOX.server().user()),
                        "OK   encoding: UTF8, needed is UTF8",
                        "OK   rights in the schema: may make tables",
                        "OK   migrations: none was run",
                        "OK   failed migrations: none")
                .anyMatch(line -> line.matches("OK {3}server: PostgreSQL \\d+.*, needed is 15"))
                .anyMatch(line -> line.startsWith("WARN pending migrations: V1 spine, V2 waiting transcripts, "));

        console.migrate();
        console.order(
                "UPDATE flyway_schema_history SET success = false WHERE version = '14'",
                "UPDATE flyway_schema_history SET checksum = 1 WHERE version = '5'");
        assertThat(db("diagnose")).isEqualTo(1);
        assertThat(said()).contains("FAIL failed migrations: V14 pictures", "FAIL changed migrations: V5 payments");
    }

    @Test
    void theSandboxIsLookedAtWhereNoDatabaseIsSet() {
        console.variables().remove("DATABASE_URL");
        assertThat(db("check")).isZero();

        console.variables().put("AISHA_DATA", "target/no-such-folder");
        assertThat(db("check")).isEqualTo(2);
        assertThat(complaints()).singleElement().asString().startsWith("There is no database in ");
        assertThat(db("diagnose")).isEqualTo(1);
    }

    @Test
    void whoMayNotMakeSchemasComparesWithAServerOfTheProgram() {
        console.migrate();
        console.order(
                "CREATE ROLE reader LOGIN PASSWORD '%s'".formatted(SECRET),
                "GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader",
                "DROP INDEX ix_avatars_training_type");
        console.variables().put("DATABASE_URL", console.url("reader", SECRET));

        assertThat(db("diagnose")).isEqualTo(1);
        assertThat(said())
                .contains(
                        "FAIL rights in the schema: may not make tables",
                        "WARN rights in the database: may not make schemas: check compares with an embedded server");
        assertThat(db("check")).isEqualTo(1);
        assertThat(said()).first().isEqualTo("missing index avatars.ix_avatars_training_type");
        assertThat(said()).hasSize(2);
    }

    @Test
    void aReportTellsWhatWasObserved() {
        console.migrate();
        console.order("INSERT INTO users (id, chat_id, name, language, zone) VALUES (gen_random_uuid(), 1, 'A', 'RU',"
                + " 'UTC')");

        assertThat(db("report")).isZero();
        assertThat(said())
                .contains(
                        "# Database of Aisha",
                        "## Tables",
                        "| table | rows | size | indexes |",
                        "| database | " + name + " |")
                .anyMatch(line -> line.matches("\\| users \\| 1 \\| \\d+ kB \\| \\d+ kB \\|"))
                .anyMatch(line -> line.matches("\\| 1 \\| spine \\| 20.* \\| \\d+ \\| yes \\|"))
                .anyMatch(line -> line.matches("none: \\d+ objects are as the migrations define them"));

        assertThat(db("report", "--html")).isZero();
        assertThat(said())
                .startsWith("<!DOCTYPE html>")
                .anyMatch(line -> line.startsWith("<tr><td>users</td><td>1</td>"))
                .endsWith("</body></html>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "check --json",
                "diagnose",
                "apply",
                "apply --apply",
                "reset --confirm x",
                "report",
                "report --html"
            })
    void noCommandShowsAPassword(String words) {
        var server = SANDBOX.server();
        for (var address : List.of(
                console.url(server.user(), server.password()) + "&sslpassword=" + SECRET,
                console.url(server.user(), SECRET),
                console.url("nobody", SECRET),
                console.url(server.user(), SECRET).replace(":" + console.port(), ":1"),
                console.url(server.user(), server.password()).replace(name, "no_such_database"),
                console.url(server.user(), SECRET).replace("sslmode=disable", "sslmode=odd&password=" + SECRET),
                console.url(server.user(), SECRET).replace("postgresql:", "mysql:"))) {
            console.variables().put("DATABASE_URL", address);

            var code = db(words.split(" "));

            assertThat(code).isBetween(0, 2);
            assertThat(console.printed()).isNotBlank().doesNotContain(server.password(), SECRET, "\tat ", "Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "apply", "reset", "report"})
    void whoGetsNoAnswerIsToldInOneLine(String command) {
        console.variables().put("DATABASE_URL", console.url(SANDBOX.server().user(), SECRET));

        assertThat(db(command)).isEqualTo(2);
        assertThat(said()).isEmpty();
        assertThat(complaints())
                .containsExactly(
                        ("DATABASE_URL, 127.0.0.1:%1$d/%2$s as %3$s: FATAL: password authentication failed for user"
                                        + " \"%3$s\" (28P01)")
                                .formatted(
                                        console.port(), name, SANDBOX.server().user()));

        console.variables().put("DATABASE_URL", "postgresql://nobody");
        assertThat(db(command)).isEqualTo(2);
        assertThat(complaints())
                .containsExactly("DATABASE_URL is not an address postgresql://user:password@host:port/name");
    }
}
