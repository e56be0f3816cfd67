package app.aisha.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.app.console.Terminal;
import app.aisha.app.settings.Environment;
import app.aisha.app.settings.Setting;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code serve} with each setting missing or malformed in turn. */
class RefusedStartTest {

    /** No setting takes a control character. */
    private static final String MALFORMED = "mal\0formed";

    private static final Map<String, Double> SECONDS = new TreeMap<>();

    @AfterAll
    static void tellTheSlowest() {
        SECONDS.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(slowest -> System.out.printf(
                        Locale.ROOT,
                        "%d refused starts, the slowest after %.2f s: %s%n",
                        SECONDS.size(),
                        slowest.getValue(),
                        slowest.getKey()));
    }

    private static Map<Setting, String> complete() {
        var values = new EnumMap<Setting, String>(Setting.class);
        values.put(Setting.TELEGRAM_TOKEN, "1000000001:simulated-telegram-knows-every-token");
        values.put(Setting.TELEGRAM_WEBHOOK_SECRET, "fine");
        values.put(Setting.DATABASE_URL, "postgresql://aisha:secret@127.0.0.1:1/aisha");
        values.put(Setting.REDIS_URL, "redis://127.0.0.1:1");
        values.put(Setting.MINIO_ENDPOINT, "http://127.0.0.1:1");
        values.put(Setting.MINIO_ACCESS_KEY, "access");
        values.put(Setting.MINIO_SECRET_KEY, "secret");
        values.put(Setting.OPENAI_API_KEY, "key");
        values.put(Setting.FAL_API_KEY, "id:key");
        return values;
    }

    private static Stream<Setting> needed() {
        return Arrays.stream(Setting.values()).filter(setting -> setting.need() == Setting.Need.PRODUCTION);
    }

    @Test
    void whatIsSetHereIsAllThatIsNeeded() {
        assertThat(complete().keySet()).containsAll(needed().toList());
    }

    @ParameterizedTest
    @MethodSource("needed")
    void aMissingSettingIsNamed(Setting missing) {
        var values = complete();
        values.remove(missing);

        assertThat(refusal(missing + " missing", values)).contains("  " + missing + " is not set");
    }

    @ParameterizedTest
    @EnumSource
    void aMalformedSettingIsNamedAndNotShown(Setting malformed) {
        var values = complete();
        values.put(malformed, MALFORMED);

        assertThat(refusal(malformed + " malformed", values))
                .containsPattern("(?m)^  " + malformed + " (is not|cannot be)")
                .doesNotContain(MALFORMED);
    }

    private static String refusal(String name, Map<Setting, String> values) {
        var variables = new TreeMap<String, String>();
        values.forEach((setting, value) -> variables.put(setting.name(), value));
        var err = new StringWriter();
        var terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err, true));
        var begin = System.nanoTime();
        var code = Aisha.commands(new Environment(variables, Path.of("no-such-file")), terminal)
                .execute("serve");
        SECONDS.put(name, (System.nanoTime() - begin) / 1e9);

        assertThat(code).isEqualTo(1);
        return err.toString();
    }

    @ParameterizedTest
    @EnumSource(names = {"DATABASE_URL", "CREDITS_PACKAGES"})
    void soDoesAProcessOfItsOwn(Setting malformed, @TempDir Path folder) throws Exception {
        var values = complete();
        values.remove(Setting.TELEGRAM_TOKEN);
        values.put(malformed, MALFORMED);
        Files.write(
                folder.resolve(".env"),
                values.entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .toList());

        var begin = System.nanoTime();
        var process = start(folder);
        var said = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        SECONDS.put("a process with " + malformed + " malformed", (System.nanoTime() - begin) / 1e9);

        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(said.lines())
                .hasSize(3)
                .startsWith("Aisha cannot start with these settings:", "  TELEGRAM_TOKEN is not set")
                .last()
                .asString()
                .startsWith("  " + malformed + " is not ");
    }

    private static Process start(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(
                        java, "-XX:+UseSerialGC", "-cp", absoluteClassPath(), Aisha.class.getName(), "serve")
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Arrays.stream(Setting.values()).map(Setting::name).forEach(builder.environment()::remove);
        return builder.start();
    }

    private static String absoluteClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(":", -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((one, other) -> one + ":" + other)
                .orElseThrow();
    }
}
