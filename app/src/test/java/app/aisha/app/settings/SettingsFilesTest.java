package app.aisha.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.app.settings.SettingsReader.Assembly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What tells people about settings is made from {@link Setting}; {@code -Dsettings=write} writes it anew. */
class SettingsFilesTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path EXAMPLE = Path.of("..", ".env.example");
    private static final String BEGIN = "<!-- settings -->\n";
    private static final String END = "<!-- /settings -->";

    @Test
    void theReadmeHoldsExactlyTheTableOfSettings() throws IOException {
        var readme = Files.readString(README);

        assertThat(readme).contains(BEGIN, END);
        var wanted = readme.substring(0, readme.indexOf(BEGIN) + BEGIN.length())
                + Setting.table()
                + readme.substring(readme.indexOf(END));
        assertFileIs(README, readme, wanted);
    }

    @Test
    void theExampleHoldsExactlyTheSettings() throws IOException {
        assertFileIs(EXAMPLE, Files.exists(EXAMPLE) ? Files.readString(EXAMPLE) : "", Setting.example());
    }

    private static void assertFileIs(Path file, String present, String wanted) throws IOException {
        if (System.getProperty("settings", "check").equals("write")) {
            Files.writeString(file, wanted);
        }
        assertThat(present)
                .as("mvn test -pl app -am -Dtest=SettingsFilesTest -Dsettings=write"
                        + " -Dsurefire.failIfNoSpecifiedTests=false writes it")
                .isEqualTo(wanted);
    }

    @Test
    void theTableNamesEverySetting() {
        assertThat(Setting.table().lines()).hasSize(Setting.values().length + 2);
        for (var setting : Setting.values()) {
            assertThat(Setting.table()).contains("| `" + setting.name() + "` | ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theExampleNamesEverySettingOnce(Setting setting) {
        var open = setting.need() == Setting.Need.PRODUCTION;

        assertThat(Setting.example().lines().filter(line -> line.matches("#?" + setting.name() + "=.*")))
                .containsExactly((open ? "" : "#") + setting.name() + "=");
    }

    @Test
    void theExampleAsItIsSetsNothing(@TempDir Path folder) throws Exception {
        var copy = Files.writeString(folder.resolve(".env"), Setting.example());

        var settings = SettingsReader.read(new Environment(Map.of(), copy), Assembly.SANDBOX);

        assertThat(settings.database()).isEmpty();
        assertThat(settings.telegram()).isEmpty();
    }
}
