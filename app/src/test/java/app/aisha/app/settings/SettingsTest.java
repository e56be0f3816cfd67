package app.aisha.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.fal.FalSettings;
import app.aisha.adapters.http.Secret;
import app.aisha.app.settings.SettingsReader.Assembly;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final Map<String, String> EVERYTHING = Map.of(
            "TELEGRAM_TOKEN", "123456:abcdefghijklmnop",
            "DATABASE_URL", "postgresql://aisha:secret@db.example/aisha",
            "FAL_API_KEY", "id:secret",
            "OPENAI_API_KEY", "key");

    private static Settings read(Map<String, String> variables) throws BadSettings {
        return SettingsReader.read(new Environment(variables, Path.of("no-such-file")), Assembly.SANDBOX);
    }

    @Test
    void theSandboxBringsOnlyWhatIsMissing() throws BadSettings {
        var brought = new Settings.Database("jdbc:x", "u", new Secret("p"));
        var telegram = Optional.of(
                new Settings.Telegram(URI.create("http://sim"), URI.create("http://sim/file"), new Secret("t")));
        var models = new Settings.Models(
                Optional.of(new Settings.Speech.Service(URI.create("http://sim/v1"), Optional.empty())),
                Optional.of(new Settings.Text(URI.create("http://sim/v1"), Optional.empty())),
                Optional.of(new Settings.Trainer(new Secret("a:b"), FalSettings.Roots.FAL)));

        var empty = read(Map.of()).with(telegram, brought, models);
        assertThat(empty.telegram()).isEqualTo(telegram);
        assertThat(empty.database()).contains(brought);
        assertThat(empty.models()).isEqualTo(models);
        var full = read(EVERYTHING);
        assertThat(full.with(telegram, brought, models)).isEqualTo(full);
    }
}
