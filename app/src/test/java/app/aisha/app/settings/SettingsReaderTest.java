package app.aisha.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.http.Secret;
import app.aisha.adapters.openai.OpenAiSettings.Probing;
import app.aisha.app.settings.SettingsReader.Assembly;
import app.aisha.core.account.ChatId;
import app.aisha.core.payment.StarPackage;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    private static final String TOKEN = "123456:hidden-token-of-a-bot";

    static Map<String, String> production() {
        return new HashMap<>(Map.of(
                "TELEGRAM_TOKEN", TOKEN,
                "DATABASE_URL", "postgresql://aisha:hidden-database@db.example:6432/aisha",
                "REDIS_URL", "redis://user:hidden-redis@redis.example:6379/1",
                "MINIO_ENDPOINT", "https://s3.example/",
                "MINIO_ACCESS_KEY", "hidden-access",
                "MINIO_SECRET_KEY", "hidden-secret",
                "FAL_API_KEY", "hidden-id:hidden-fal",
                "OPENAI_API_KEY", "hidden-key"));
    }

    static Settings read(Map<String, String> variables, Assembly assembly) throws BadSettings {
        return SettingsReader.read(new Environment(variables, Path.of("no-such-file")), assembly);
    }

    static void assertRefused(Map<String, String> variables, Assembly assembly, String name) {
        assertThatThrownBy(() -> read(variables, assembly))
                .isInstanceOfSatisfying(
                        BadSettings.class,
                        bad -> assertThat(bad.problems())
                                .isNotEmpty()
                                .allSatisfy(problem -> assertThat(problem)
                                        .startsWith(name + " ")
                                        .doesNotContain("hidden", "malformed")));
    }

    @Test
    void theSandboxNeedsNothing() throws BadSettings {
        var settings = read(Map.of(), Assembly.SANDBOX);
        assertThat(settings)
                .isEqualTo(new Settings(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Settings.Models(Optional.empty(), Optional.empty(), Optional.empty()),
                        new Settings.General(
                                Path.of("data"),
                                new Settings.Ports(8080, 8081),
                                Optional.empty(),
                                Optional.empty(),
                                "gpt-transcribe",
                                House.USUAL,
                                settings.general().operations())));
    }

    private static Settings everything() throws BadSettings {
        var variables = production();
        variables.putAll(Map.of(
                "TELEGRAM_API_URL", "http://telegram.local:8081//",
                "TELEGRAM_WEBHOOK_URL", "https://aisha.example/",
                "TELEGRAM_WEBHOOK_SECRET", "a_b-C9",
                "MINIO_BUCKET", "my.bucket-1",
                "OPENAI_BASE_URL", "http://speech.local/v1/",
                "OPENAI_SPEECH_MODEL", "Systran/faster-whisper-large-v3",
                "HTTP_PROXY_URL", "http://user:hidden-proxy@proxy.example:3128",
                "FFMPEG_PATH", "/usr/bin/ffmpeg",
                "AISHA_TIME_ZONE", "Asia/Novosibirsk",
                "AISHA_MAX_HOURS", "24"));
        variables.putAll(Map.of("AISHA_DATA", "/srv/aisha", "AISHA_PORT", "0", "AISHA_CHAT_PORT", "65535"));
        variables.putAll(Map.of(
                "ADMIN_IDS", "1, 7000000000",
                "SUPPORT_CONTACT", "@aisha_help",
                "CREDITS_ENABLED", "False",
                "CREDITS_GIFT", "7",
                "CREDITS_PACKAGES", "50:40, 500 : 300"));
        return read(variables, Assembly.PRODUCTION);
    }

    @Test
    void productionReadsItsServers() throws BadSettings {
        var settings = everything();

        assertThat(settings.telegram())
                .contains(new Settings.Telegram(
                        URI.create("http://telegram.local:8081"),
                        URI.create("http://telegram.local:8081/file"),
                        new Secret(TOKEN)));
        assertThat(settings.webhook())
                .contains(new Settings.Webhook(URI.create("https://aisha.example"), new Secret("a_b-C9")));
        assertThat(settings.database())
                .contains(new Settings.Database(
                        "jdbc:postgresql://db.example:6432/aisha", "aisha", new Secret("hidden-database")));
        assertThat(settings.redis()).contains(URI.create("redis://user:hidden-redis@redis.example:6379/1"));
        assertThat(settings.s3())
                .contains(new Settings.S3(
                        URI.create("https://s3.example"),
                        new Secret("hidden-access"),
                        new Secret("hidden-secret"),
                        "my.bucket-1"));
    }

    @Test
    void productionReadsTheRestAndShowsNoSecret() throws BadSettings {
        var settings = everything();

        assertThat(settings.speech())
                .contains(new Settings.Speech.Service(
                        URI.create("http://speech.local/v1"), Optional.of(new Secret("hidden-key"))));
        assertThat(settings.general())
                .isEqualTo(new Settings.General(
                        Path.of("/srv/aisha"),
                        new Settings.Ports(0, 65_535),
                        Optional.of(URI.create("http://user:hidden-proxy@proxy.example:3128")),
                        Optional.of(Path.of("/usr/bin/ffmpeg")),
                        "Systran/faster-whisper-large-v3",
                        new House(
                                ZoneId.of("Asia/Novosibirsk"),
                                Duration.ofHours(24),
                                new Prices.FreeOfCharge(),
                                new Credits(7),
                                List.of(new StarPackage(new Credits(50), 40), new StarPackage(new Credits(500), 300)),
                                Set.of(new ChatId(1), new ChatId(7_000_000_000L)),
                                Avatars.USUAL,
                                Pictures.USUAL,
                                Optional.of("@aisha_help")),
                        settings.general().operations()));
        assertThat(settings.toString())
                .doesNotContain("hidden-")
                .contains("[hidden]", "redis.example", "proxy.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TELEGRAM_TOKEN",
                "DATABASE_URL",
                "REDIS_URL",
                "MINIO_ENDPOINT",
                "MINIO_ACCESS_KEY",
                "MINIO_SECRET_KEY",
                "FAL_API_KEY",
                "OPENAI_API_KEY"
            })
    void productionRefusesToStartWithoutWhatItNeeds(String name) {
        var variables = production();
        variables.remove(name);

        assertRefused(variables, Assembly.PRODUCTION, name);
    }

    @Test
    void everySettingThatProductionNeedsIsInTheTableAsRequired() {
        for (var setting : Setting.values()) {
            var variables = production();
            var wasThere = variables.remove(setting.name()) != null;
            assertThat(setting.need() == Setting.Need.PRODUCTION || setting == Setting.OPENAI_API_KEY)
                    .as(setting.name())
                    .isEqualTo(wasThere);
            assertThat(setting.meaning()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(Assembly.class)
    void whatBelongsTogetherIsSetTogether(Assembly assembly) {
        var webhook = production();
        webhook.put("TELEGRAM_WEBHOOK_URL", "https://aisha.example");
        assertRefused(webhook, assembly, "TELEGRAM_WEBHOOK_SECRET");
        for (var name : new String[] {"MINIO_ACCESS_KEY", "MINIO_SECRET_KEY"}) {
            var s3 = production();
            s3.remove(name);
            assertRefused(s3, assembly, name);
        }
        for (var name : new String[] {"TELEGRAM_API_URL", "TELEGRAM_FILE_URL"}) {
            var telegram = production();
            telegram.remove("TELEGRAM_TOKEN");
            telegram.put(name, "http://telegram.local");
            assertRefused(telegram, assembly, "TELEGRAM_TOKEN");
        }
    }

    @Test
    void everyProblemIsSaidAtOnce() {
        assertThatThrownBy(() -> read(Map.of("AISHA_PORT", "x"), Assembly.PRODUCTION))
                .hasMessageContainingAll(
                        "TELEGRAM_TOKEN is not set",
                        "DATABASE_URL is not set",
                        "REDIS_URL is not set",
                        "MINIO_ENDPOINT is not set",
                        "FAL_API_KEY is not set",
                        "OPENAI_API_KEY is not set",
                        "AISHA_PORT is not a port from 0 to 65535");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres://u:p@db/n|jdbc:postgresql://db:5432/n|u|p",
                "postgresql://u:p@db:1/n?sslmode=require&x=a%20b|jdbc:postgresql://db:1/n?sslmode=require&x=a%20b|u|p",
                "postgresql://u%40x:p%40%3A%2F%23%25+%20é@[::1]:2/n-1|jdbc:postgresql://[::1]:2/n-1|u@x|p@:/#%+ é",
                "postgresql://u:p:q:r@db/n|jdbc:postgresql://db:5432/n|u|p:q:r"
            })
    void theDatabaseIsReadFromItsAddress(String url, String jdbc, String user, String password) throws BadSettings {
        var settings = read(Map.of("DATABASE_URL", url), Assembly.SANDBOX);

        assertThat(settings.database()).contains(new Settings.Database(jdbc, user, new Secret(password)));
    }

    @Test
    void parametersOfTheDatabaseAreNotShown() throws BadSettings {
        var settings = read(Map.of("DATABASE_URL", "postgresql://u:hidden-a@db/n?password=hidden-b"), Assembly.SANDBOX);

        assertThat(settings.toString()).doesNotContain("hidden-").contains("jdbc:postgresql://db:5432/n?…");
    }

    @Test
    void aKeyOrAnAddressIsEnoughForSpeech() throws BadSettings {
        assertThat(read(Map.of("OPENAI_API_KEY", "k"), Assembly.SANDBOX).speech())
                .contains(new Settings.Speech.Service(
                        URI.create("https://api.openai.com/v1"), Optional.of(new Secret("k"))));
        assertThat(read(Map.of("OPENAI_BASE_URL", "http://own/v1"), Assembly.SANDBOX)
                        .speech())
                .contains(new Settings.Speech.Service(URI.create("http://own/v1"), Optional.empty()));
        assertThat(read(
                                Map.of(
                                        "OPENAI_BASE_URL", "http://own/v1",
                                        "OPENAI_SPEECH_PROBE", "never",
                                        "OPENAI_PAUSE", "5"),
                                Assembly.SANDBOX)
                        .speech())
                .contains(new Settings.Speech.Service(
                        URI.create("http://own/v1"), Optional.empty(), Probing.NEVER, Duration.ofSeconds(5)));
    }

    @Test
    void textComesFromTheServerOfSpeechUnlessItHasItsOwn() throws BadSettings {
        var key = Optional.of(new Secret("k"));
        assertThat(read(Map.of("OPENAI_API_KEY", "k"), Assembly.SANDBOX).text())
                .contains(new Settings.Text(URI.create("https://api.openai.com/v1"), key));
        assertThat(read(Map.of("OPENAI_BASE_URL", "http://own/v1/audio/transcriptions"), Assembly.SANDBOX)
                        .text())
                .contains(new Settings.Text(URI.create("http://own/v1"), Optional.empty()));
        assertThat(read(Map.of("OPENAI_BASE_URL", "http://own/inference"), Assembly.SANDBOX)
                        .text())
                .contains(new Settings.Text(URI.create("http://own/v1"), Optional.empty()));
        assertThat(read(
                                Map.of(
                                        "OPENAI_TEXT_KEY", "k",
                                        "OPENAI_TEXT_MODEL", "qwen3:14b",
                                        "OPENAI_TEXT_CONTEXT", "8192"),
                                Assembly.SANDBOX)
                        .text())
                .contains(new Settings.Text(
                        URI.create("https://api.openai.com/v1"), key, "qwen3:14b", 8_192, Duration.ofSeconds(60)));
    }

    @Test
    void theKeyOfOneServerIsNotShownToAnother() throws BadSettings {
        var settings = read(Map.of("OPENAI_API_KEY", "k", "OPENAI_TEXT_URL", "http://text/v1/"), Assembly.SANDBOX);

        assertThat(settings.speech())
                .contains(new Settings.Speech.Service(
                        URI.create("https://api.openai.com/v1"), Optional.of(new Secret("k"))));
        assertThat(settings.text()).contains(new Settings.Text(URI.create("http://text/v1"), Optional.empty()));
    }

    @Test
    void telegramIsTheRealOneUnlessSaidOtherwise() throws BadSettings {
        assertThat(read(Map.of("TELEGRAM_TOKEN", TOKEN), Assembly.SANDBOX).telegram())
                .contains(new Settings.Telegram(
                        URI.create("https://api.telegram.org"),
                        URI.create("https://api.telegram.org/file"),
                        new Secret(TOKEN)));
    }
}
