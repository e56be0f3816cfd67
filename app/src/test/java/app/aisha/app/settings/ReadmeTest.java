package app.aisha.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final String BEGIN = "<!-- settings -->\n";
    private static final String END = "<!-- /settings -->";

    @Test
    void theReadmeHoldsExactlyTheTableOfSettings() throws IOException {
        var readme = Files.readString(Path.of("..", "README.md"));

        assertThat(readme).contains(BEGIN, END);
        var table = readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END));
        assertThat(table.strip()).isEqualTo(Setting.table().strip());
    }

    @Test
    void theTableNamesEverySetting() {
        assertThat(Setting.table().lines()).hasSize(Setting.values().length + 2);
        for (var setting : Setting.values()) {
            assertThat(Setting.table()).contains("| `" + setting.name() + "` | ");
        }
    }
}
