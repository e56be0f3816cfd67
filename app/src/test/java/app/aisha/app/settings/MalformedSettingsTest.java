package app.aisha.app.settings;

import static app.aisha.app.settings.SettingsReaderTest.assertRefused;
import static app.aisha.app.settings.SettingsReaderTest.production;
import static app.aisha.app.settings.SettingsReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.app.settings.SettingsReader.Assembly;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices;
import app.aisha.core.wallet.Tariff;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One setting at a time: each as it should be, each as it should not. */
class MalformedSettingsTest {

    @Test
    void pricesAreReadOneByOne() throws BadSettings {
        var settings = read(
                Map.of(
                        "PRICE_MINUTE", "3",
                        "PRICE_FREE_SECONDS", "0",
                        "PRICE_AVATAR", "quality:30,fast:10,balanced:20",
                        "PRICE_PICTURE", "2"),
                Assembly.SANDBOX);

        assertThat(settings.general().house().prices())
                .isEqualTo(new Prices.Listed(
                        new Tariff(new Credits(3), Duration.ZERO),
                        Map.of(
                                Prices.Quality.FAST, new Credits(10),
                                Prices.Quality.BALANCED, new Credits(20),
                                Prices.Quality.QUALITY, new Credits(30)),
                        new Credits(2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "TELEGRAM_TOKEN|hidden",
                "TELEGRAM_TOKEN|12:hidden with spaces in it",
                "TELEGRAM_API_URL|telegram.local",
                "TELEGRAM_API_URL|ftp://telegram.local",
                "TELEGRAM_API_URL|http://user:hidden@telegram.local",
                "TELEGRAM_FILE_URL|http://",
                "TELEGRAM_WEBHOOK_URL|https:aisha",
                "TELEGRAM_WEBHOOK_SECRET|hidden!",
                "DATABASE_URL|jdbc:postgresql://db/hidden",
                "DATABASE_URL|postgresql://db/hidden",
                "DATABASE_URL|postgresql://user:hidden@/name",
                "DATABASE_URL|postgresql://user:hidden@db",
                "DATABASE_URL|postgresql://user:hidden@db/",
                "DATABASE_URL|postgresql://user@db/hidden",
                "DATABASE_URL|postgresql://user:@db/hidden",
                "DATABASE_URL|postgresql://user:hid%zzden@db/name",
                "DATABASE_URL|postgresql://user:hid den@db/name",
                "REDIS_URL|http://hidden",
                "REDIS_URL|hidden",
                "REDIS_URL|redis://",
                "MINIO_ENDPOINT|s3.example:9000",
                "MINIO_ACCESS_KEY|hidden key",
                "MINIO_SECRET_KEY|hidden ключ",
                "MINIO_BUCKET|My_Bucket",
                "OPENAI_API_KEY|hidden\tkey",
                "FAL_API_KEY|hidden key",
                "FAL_WEBHOOK_URL|aisha.example",
                "FAL_QUEUE_URL|queue",
                "FAL_REST_URL|rest",
                "FAL_PLATFORM_URL|platform",
                "FAL_JWKS_URL|jwks",
                "FAL_TRAININGS|0",
                "FAL_TRAINERS|portrait:fal-ai/flux-lora-portrait-trainer",
                "FAL_TRAINERS|portrait:fal-ai/unknown,style:fal-ai/unknown,object:fal-ai/unknown",
                "FAL_STEPS|fast:1000,balanced:1500,quality:0",
                "FAL_STEPS|fast:1000",
                "FAL_PICTURE|nano banana",
                "FAL_PICTURE|https://fal.run/fal-ai/nano-banana/edit",
                "PICTURE_MARK|forty-one letters are one more than a mark",
                "STYLES_FOLDER|sty\0les",
                "AVATAR_LIMIT|0",
                "AVATAR_PHOTOS|portrait:20-10,style:10-20,object:10-20",
                "AVATAR_PHOTOS|portrait:10,style:10-20,object:10-20",
                "OPENAI_BASE_URL|/v1",
                "OPENAI_SPEECH_MODEL|a model",
                "OPENAI_SPEECH_PROBE|often",
                "TELEGRAM_LOCAL_FILES|relative",
                "AISHA_DISK_RESERVE|-1",
                "OPENAI_PAUSE|0",
                "OPENAI_TEXT_MODEL|a model",
                "OPENAI_TEXT_URL|ftp://text.local",
                "OPENAI_TEXT_KEY|hidden key",
                "OPENAI_TEXT_CONTEXT|4095",
                "OPENAI_VISION_MODEL|a model",
                "HTTP_PROXY_URL|socks5://proxy:1080",
                "HTTP_PROXY_URL|http://hidden@proxy",
                "SPEECH_MODEL_FILE|no-such-model",
                "FFMPEG_PATH|ff\0mpeg",
                "AISHA_DATA|da\0ta",
                "AISHA_PORT|65536",
                "AISHA_PORT|-1",
                "AISHA_PORT|http",
                "AISHA_CHAT_PORT|1.5",
                "AISHA_MANAGEMENT_PORT|65536",
                "AISHA_MANAGEMENT_ADDRESS|localhost",
                "AISHA_MANAGEMENT_ADDRESS|127.0.0.256",
                "AISHA_LOG|xml",
                "OTEL_EXPORTER_OTLP_ENDPOINT|tempo:4317",
                "AISHA_TIME_ZONE|Moscow",
                "AISHA_MAX_HOURS|0",
                "AISHA_MAX_HOURS|25",
                "AISHA_MAX_HOURS|eight",
                "ADMIN_IDS|@anna",
                "SUPPORT_CONTACT|@anna\0@boris",
                "CREDITS_ENABLED|perhaps",
                "CREDITS_GIFT|-1",
                "CREDITS_PACKAGES|100",
                "CREDITS_PACKAGES|100:0",
                "CREDITS_PACKAGES|100:10001",
                "CREDITS_PACKAGES|0:100",
                "CREDITS_PACKAGES|1:1,",
                "PRICE_MINUTE|0",
                "PRICE_MINUTE|0.5",
                "PRICE_FREE_SECONDS|-1",
                "PRICE_AVATAR|fast:1,balanced:2",
                "PRICE_AVATAR|fast:1,balanced:2,best:3",
                "PRICE_PICTURE|1000001"
            })
    void whatIsMalformedIsRefusedByNameAndNotShown(String name, String value) {
        var variables = production();
        variables.put("TELEGRAM_WEBHOOK_SECRET", "fine");
        variables.put(name, value);

        assertRefused(variables, Assembly.PRODUCTION, name);
        assertRefused(variables, Assembly.SANDBOX, name);
    }

    @Test
    void everySettingCanBeMalformed() throws NoSuchMethodException {
        var cases = MalformedSettingsTest.class
                .getDeclaredMethod("whatIsMalformedIsRefusedByNameAndNotShown", String.class, String.class)
                .getAnnotation(CsvSource.class)
                .value();
        for (var setting : Setting.values()) {
            assertThat(cases).anyMatch(line -> line.startsWith(setting.name() + "|"));
        }
    }
}
