package app.aisha.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.app.console.Terminal;
import app.aisha.app.settings.Environment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Map<String, String> variables, String... arguments) {
        return Aisha.commands(
                        new Environment(variables, Path.of("no-such-file")),
                        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true)))
                .execute(arguments);
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(run(Map.of(), "--help")).isZero();

        assertThat(out.toString())
                .contains(
                        "Usage: ./aisha",
                        "sandbox",
                        "serve",
                        "states",
                        "bench",
                        "admin",
                        "db",
                        "doctor",
                        "ledger",
                        "speech",
                        "help");
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin --help",
                "help admin",
                "admin grant --help",
                "admin refund -h",
                "serve --help",
                "ledger check --help",
                "db apply --help",
                "doctor --help",
                "speech install --help"
            })
    void everyCommandHasHelp(String words) {
        assertThat(run(Map.of(), words.split(" "))).isZero();

        assertThat(out.toString()).contains("Usage: ./aisha");
    }

    @Test
    void statesAreDrawn() {
        assertThat(run(Map.of(), "states")).isZero();

        assertThat(out.toString()).contains("Queued --started--> Working");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "serve --frobnicate",
                "admin",
                "ledger",
                "speech",
                "speech install --from",
                "admin grant 7",
                "admin grant 7 50",
                "admin grant 7 many --reason why",
                "bench"
            })
    void badUsageIsSaidAndEndsWithTwo(String words) {
        assertThat(run(Map.of(), words.split(" "))).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isNotEmpty();
    }

    @Test
    void whatIsMissingForTheStartIsNamedAndEndsWithOne() {
        assertThat(run(Map.of("AISHA_PORT", "port"), "serve")).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("Aisha cannot start with these settings:")
                .contains("  TELEGRAM_TOKEN is not set", "  DATABASE_URL is not set");
    }

    @Test
    void aModelThatIsNotThereIsSaidBeforeAnythingStarts() {
        assertThat(run(Map.of("SPEECH_MODEL_FILE", "no-such.bin"), "sandbox")).isEqualTo(1);

        assertThat(err.toString().lines())
                .containsExactly(
                        "Aisha cannot start with these settings:",
                        "  SPEECH_MODEL_FILE cannot be used: no-such.bin is not there");
    }

    @Test
    void withoutADatabaseACommandSaysSoInOneLine() {
        assertThat(run(Map.of("AISHA_DATA", "target/no-such-data"), "admin", "find", "Anna"))
                .isEqualTo(1);

        assertThat(err.toString())
                .startsWith("There is no database in target/no-such-data/postgres yet")
                .hasLineCount(1);
        assertThat(Path.of("target/no-such-data")).doesNotExist();
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaidInOneLineWithoutItsPassword() {
        var nowhere = Map.of("DATABASE_URL", "postgresql://aisha:hidden-password@127.0.0.1:1/aisha");

        assertThat(run(nowhere, "admin", "find", "Anna")).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("The database does not answer")
                .hasLineCount(1)
                .doesNotContain("hidden");
    }
}
