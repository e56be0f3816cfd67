package app.aisha.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.telegram.DownloadSettings;
import app.aisha.adapters.telegram.FileSource;
import app.aisha.app.settings.SettingsReader.Assembly;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadReaderTest {

    private static DownloadSettings read(String name, String value) throws BadSettings {
        var variables = new HashMap<>(
                Map.of("TELEGRAM_TOKEN", "123456:abcdefghijklmnop", "TELEGRAM_API_URL", "http://telegram:8081"));
        variables.put(name, value);
        return SettingsReader.read(new Environment(variables, Path.of("no-such-file")), Assembly.SANDBOX)
                .telegram()
                .orElseThrow()
                .downloads();
    }

    @Test
    void filesComeFromTheCloudUnlessSaidOtherwise() throws BadSettings {
        assertThat(read("TELEGRAM_LOCAL_FILES", " ")).isEqualTo(DownloadSettings.CLOUD);
    }

    @Test
    void filesOfALocalServerComeOverHttpOrFromItsFolder() throws BadSettings {
        assertThat(read("TELEGRAM_LOCAL_FILES", "http").source()).isEqualTo(new FileSource.LocalServer());
        var same = Path.of("/var/lib/telegram-bot-api");
        assertThat(read("TELEGRAM_LOCAL_FILES", "/var/lib/telegram-bot-api/").source())
                .isEqualTo(new FileSource.SharedFolder(same, same));
        assertThat(read("TELEGRAM_LOCAL_FILES", "/var/lib/telegram-bot-api=/srv/telegram")
                        .source())
                .isEqualTo(new FileSource.SharedFolder(same, Path.of("/srv/telegram")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https", "relative/folder", "/there=", "=/here", "/a=/b=/c", "/there=here", "/", "/a=/b/.."})
    void whatIsNoFolderIsRefused(String value) {
        assertThatThrownBy(() -> read("TELEGRAM_LOCAL_FILES", value))
                .isInstanceOf(BadSettings.class)
                .hasMessageContaining("TELEGRAM_LOCAL_FILES is not http or a folder");
    }

    @Test
    void localFilesNeedALocalServer() {
        var variables = Map.of("TELEGRAM_TOKEN", "123456:abcdefghijklmnop", "TELEGRAM_LOCAL_FILES", "http");
        var environment = new Environment(variables, Path.of("no-such-file"));

        assertThatThrownBy(() -> SettingsReader.read(environment, Assembly.PRODUCTION))
                .hasMessageContaining("TELEGRAM_LOCAL_FILES is set, but TELEGRAM_API_URL");
    }

    @Test
    void theReserveIsSaidInMegabytes() throws BadSettings {
        assertThat(read("AISHA_DISK_RESERVE", "2048").diskReserve()).isEqualTo(OptionalLong.of(2L << 30));
        assertThatThrownBy(() -> read("AISHA_DISK_RESERVE", "5%")).hasMessageContaining("AISHA_DISK_RESERVE");
    }
}
