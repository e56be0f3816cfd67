package app.aisha.app.settings;

import static app.aisha.app.settings.Setting.AISHA_DATA;
import static app.aisha.app.settings.Setting.AISHA_PORT;
import static app.aisha.app.settings.Setting.OPENAI_API_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

    @TempDir
    private Path folder;

    private Environment environment(Map<String, String> variables, String dotEnv) throws IOException {
        var file = Files.writeString(folder.resolve(".env"), dotEnv);
        return new Environment(variables, file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OPENAI_API_KEY=abc|abc",
                "`  OPENAI_API_KEY =  abc  `|abc",
                "export OPENAI_API_KEY=abc|abc",
                "`export   OPENAI_API_KEY=abc`|abc",
                "OPENAI_API_KEY=\"a b\"|a b",
                "OPENAI_API_KEY='a \"b\"'|a \"b\"",
                "OPENAI_API_KEY=a=b==|a=b==",
                "OPENAI_API_KEY=a#b|a#b",
                "OPENAI_API_KEY=\"a|\"a",
                "OPENAI_API_KEY=\"|\"",
                "`OPENAI_API_KEY=first\nOPENAI_API_KEY=second`|second",
                "`# OPENAI_API_KEY=no\r\nOPENAI_API_KEY=yes\r\n`|yes",
                "`\uFEFFOPENAI_API_KEY=abc`|abc"
            })
    void aLineOfTheFileSetsAVariable(String dotEnv, String value) throws IOException {
        assertThat(environment(Map.of(), dotEnv).text(OPENAI_API_KEY)).contains(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OPENAI_API_KEY=",
                "`OPENAI_API_KEY=   `",
                "OPENAI_API_KEY=\"\"",
                "OPENAI_API_KEY=' '",
                "OPENAI_API_KEY",
                "=abc",
                "`   # OPENAI_API_KEY=abc`",
                "openai_api_key=abc",
                "``"
            })
    void whatIsEmptyOrNoAssignmentSetsNothing(String dotEnv) throws IOException {
        var environment = environment(Map.of(), dotEnv);

        assertThat(environment.has(OPENAI_API_KEY)).isFalse();
        assertThat(environment.text(OPENAI_API_KEY)).isEmpty();
    }

    @Test
    void aVariableOfTheProcessGoesOverTheFileUnlessItIsEmpty() throws IOException {
        var environment = environment(
                Map.of("AISHA_PORT", " 1 ", "AISHA_DATA", " ", "PATH", "/bin"), "AISHA_PORT=2\nAISHA_DATA=here");

        assertThat(environment.text(AISHA_PORT)).contains("1");
        assertThat(environment.text(AISHA_DATA)).contains("here");
    }

    @Test
    void thereNeedNotBeAFile() {
        assertThat(new Environment(Map.of(), folder.resolve("none")).has(AISHA_PORT))
                .isFalse();
        assertThat(new Environment(Map.of(), folder).has(AISHA_PORT)).isFalse();
    }

    @Test
    void aFileThatIsNoTextIsAProblem() throws IOException {
        var file = Files.write(folder.resolve(".env"), new byte[] {(byte) 0xFF, (byte) 0xFE, 'A', 0});

        assertThatThrownBy(() -> new Environment(Map.of(), file).orThrow())
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining(".env cannot be read as text in UTF-8");
    }

    @Test
    void everyProblemIsCollected() throws IOException {
        var environment = environment(Map.of("AISHA_PORT", "many"), "");
        environment.problem(AISHA_DATA, "is odd");

        assertThat(environment.as(AISHA_PORT, "a number", Integer::valueOf)).isEmpty();
        assertThatThrownBy(environment::orThrow)
                .isInstanceOfSatisfying(
                        BadSettings.class,
                        bad -> assertThat(bad.problems())
                                .containsExactly("AISHA_DATA is odd", "AISHA_PORT is not a number"));
    }
}
