package app.aisha.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.app.settings.Environment;
import app.aisha.simulators.fal.FalSettings;
import app.aisha.simulators.fal.FalSimulator;
import app.aisha.simulators.openai.OpenAiSettings;
import app.aisha.simulators.openai.OpenAiSimulator;
import app.aisha.simulators.telegram.TelegramSimulator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** The doctor on servers that are well, then with one thing wrong at a time. */
class DoctorCommandTest {

    private static final AdminConsole.Sandbox SANDBOX = AdminConsole.Sandbox.start();
    private static final String TOKEN = "7000001:right-token";
    private static final String KEY = "right-openai-key";
    private static final String NOBODY = "http://127.0.0.1:1";

    private final Map<String, String> variables = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TelegramSimulator telegram;
    private FalSimulator fal;
    private OpenAiSimulator openAi;
    private HttpServer publicly;
    private volatile int status = 401;

    @BeforeEach
    void startWhatSheDependsOn() throws IOException {
        telegram = TelegramSimulator.start(TelegramSimulator.Settings.inMemory().withTokens(TOKEN));
        fal = FalSimulator.start(FalSettings.sandbox());
        var anyKey = OpenAiSettings.anyPort(Path.of("ffmpeg"), Map.of());
        openAi = OpenAiSimulator.start(new OpenAiSettings(0, anyKey.ffmpeg(), Map.of(), KEY, InstantSource.system()));
        publicly = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publicly.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        publicly.start();
        var here = "http://127.0.0.1:" + publicly.getAddress().getPort();
        variables.putAll(Map.of(
                "AISHA_DATA",
                SANDBOX.data().toString(),
                "TELEGRAM_TOKEN",
                TOKEN,
                "TELEGRAM_API_URL",
                telegram.root().toString(),
                "TELEGRAM_WEBHOOK_URL",
                here,
                "TELEGRAM_WEBHOOK_SECRET",
                "webhook-secret",
                "OPENAI_API_KEY",
                KEY,
                "OPENAI_BASE_URL",
                openAi.address() + "/v1",
                "FAL_API_KEY",
                FalSettings.SANDBOX_KEY));
        variables.putAll(Map.of(
                "FAL_WEBHOOK_URL", here,
                "FAL_QUEUE_URL", fal.queue().toString(),
                "FAL_REST_URL", fal.rest().toString(),
                "FAL_PLATFORM_URL", fal.platform().toString(),
                "FAL_JWKS_URL", fal.jwks().toString()));
    }

    @AfterEach
    void stopThem() {
        publicly.stop(0);
        openAi.close();
        fal.close();
        telegram.close();
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    private int doctor(String... arguments) {
        return doctorAt(InstantSource.system(), arguments);
    }

    private int doctorAt(InstantSource clock, String... arguments) {
        var terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true));
        return new CommandLine(new DoctorCommand(new Environment(variables, Path.of("no-such-file")), terminal, clock))
                .execute(arguments);
    }

    private List<String> said() {
        return out.toString().lines().toList();
    }

    private void assertFailure(String line) {
        assertThat(said()).anyMatch(said -> said.startsWith("FAIL " + line));
        assertThat(said().stream().filter(said -> said.startsWith("FAIL "))).hasSize(1);
        var next = said().get(said().indexOf(said().stream()
                        .filter(said -> said.startsWith("FAIL "))
                        .findFirst()
                        .orElseThrow())
                + 1);
        assertThat(next).startsWith("     mend it: ");
    }

    @Test
    void whatIsWellIsSaidAndEndsWithZero() {
        assertThat(doctor()).as(out::toString).isZero();

        assertThat(said())
                .contains("OK   settings: enough for the sandbox", "OK   clock: agrees with the database")
                .anyMatch(line -> line.startsWith("OK   token: of @"))
                .anyMatch(line -> line.startsWith("OK   webhook address: 127.0.0.1 reaches her"))
                .anyMatch(line -> line.startsWith("OK   FAL's calls: 127.0.0.1 reaches her"))
                .anyMatch(line -> line.startsWith("OK   FAL key: accepted"))
                .anyMatch(line -> line.startsWith("OK   ffmpeg: "))
                .anyMatch(line -> line.startsWith("OK   speech service: 127.0.0.1 has gpt-transcribe"))
                .anyMatch(line -> line.startsWith("OK   database pending migrations: none"))
                .anyMatch(line -> line.startsWith("OK   disk: "))
                .last()
                .asString()
                .endsWith(" 0 wrong");
    }

    @Test
    void anEmptySandboxIsWell(@TempDir Path folder) {
        variables.clear();
        variables.put("AISHA_DATA", folder.toString());

        assertThat(doctor()).as(out::toString).isZero();

        assertThat(said())
                .contains(
                        "OK   PostgreSQL: the sandbox makes one at its first start",
                        "OK   Telegram: simulated; TELEGRAM_TOKEN makes it real");
    }

    @Test
    void aTokenThatTelegramDoesNotKnow() {
        variables.put("TELEGRAM_TOKEN", "7000001:wrong-token");

        assertThat(doctor()).isEqualTo(1);

        assertFailure("token: Telegram does not know it (401");
        assertThat(out.toString()).contains("take the token from @BotFather").doesNotContain("wrong-token");
    }

    @Test
    void aWebhookThatNothingListensTo() {
        variables.put("TELEGRAM_WEBHOOK_URL", NOBODY);

        assertThat(doctor()).isEqualTo(1);

        assertFailure("webhook address: nothing answers at 127.0.0.1:1");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 301})
    void aPublicAddressThatLeadsElsewhere(int answer) {
        status = answer;

        assertThat(doctor()).isEqualTo(1);

        assertThat(said())
                .anyMatch(line -> line.startsWith("FAIL webhook address: 127.0.0.1 "))
                .anyMatch(line -> line.startsWith("FAIL FAL's calls: 127.0.0.1 "));
    }

    @Test
    void aProxyWithNobodyBehindItIsOnlyDoubtful() {
        status = 502;

        assertThat(doctor()).isZero();

        assertThat(said()).anyMatch(line -> line.startsWith("WARN webhook address: a proxy answers"));
    }

    @Test
    void aWebhookOfSomebodyElseIsShownWithoutItsPath() throws Exception {
        telegramIsTold("setWebhook?url=https://other.example/secret-path");
        variables.remove("TELEGRAM_WEBHOOK_URL");

        assertThat(doctor()).isZero();

        assertThat(said()).anyMatch(line -> line.startsWith("WARN webhook: Telegram posts to other.example, so"));
        assertThat(out.toString()).doesNotContain("secret-path");
    }

    private void telegramIsTold(String call) throws IOException {
        var address = telegram.root() + "/bot" + TOKEN + "/" + call;
        try (var answer = URI.create(address).toURL().openStream()) {
            assertThat(new String(answer.readAllBytes(), UTF_8)).contains("\"ok\":true");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FAL_API_KEY, sandbox:wrong-key, FAL key: FAL refuses the key (401)",
        "FAL_JWKS_URL, http://127.0.0.1:1/jwks.json, FAL signatures: no key can be fetched",
        "OPENAI_TEXT_URL, http://127.0.0.1:1/v1, text service: 127.0.0.1 does not answer as it should",
        "AISHA_DISK_RESERVE, 1048576, disk: ",
        "FFMPEG_PATH, /no/such/ffmpeg, ffmpeg: No ffmpeg",
        "DATABASE_URL, postgresql://aisha:secret@127.0.0.1:1/aisha, database connection: "
    })
    void oneThingThatIsWrong(String variable, String value, String failure) {
        variables.put(variable, value);

        assertThat(doctor()).isEqualTo(1);

        assertThat(said()).anyMatch(line -> line.startsWith("FAIL " + failure));
        assertThat(out.toString()).doesNotContain("wrong-key", "secret@");
        assertThat(said().stream().filter(line -> line.startsWith("FAIL ")))
                .allMatch(line -> line.startsWith("FAIL " + failure) || line.startsWith("FAIL settings: "));
    }

    @Test
    void aKeyThatTheServicesRefuse() {
        variables.put("OPENAI_API_KEY", "wrong-openai-key");

        assertThat(doctor()).isEqualTo(1);

        assertThat(said())
                .anyMatch(line -> line.startsWith("FAIL speech service: 127.0.0.1 refuses the key (401)"))
                .anyMatch(line -> line.startsWith("FAIL text service: 127.0.0.1 refuses the key (401)"));
        assertThat(out.toString()).doesNotContain("wrong-openai-key");
    }

    @Test
    void anOldFfmpeg(@TempDir Path folder) throws IOException {
        for (var program : List.of("ffmpeg", "ffprobe")) {
            var script = folder.resolve(program);
            Files.writeString(script, """
                #!/bin/sh
                echo "%s version 3.4.8 Copyright (c) 2000-2020 the FFmpeg developers"
                echo "libavformat    57. 83.100 / 57. 83.100"
                """.formatted(program));
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        variables.put("FFMPEG_PATH", folder.resolve("ffmpeg").toString());

        assertThat(doctor()).isEqualTo(1);

        assertFailure("ffmpeg: No ffmpeg of version 4.3 or newer");
        assertThat(out.toString()).contains("version 3.4.8 is too old");
    }

    @ParameterizedTest
    @CsvSource({"20, WARN, 0", "-20, WARN, 0", "600, FAIL, 1", "-600, FAIL, 1"})
    void aClockThatIsWrong(int seconds, String level, int code) {
        InstantSource clock = () -> InstantSource.system().instant().plusSeconds(seconds);

        assertThat(doctorAt(clock)).isEqualTo(code);

        assertThat(said())
                .anyMatch(line -> line.matches(
                        "%s clock: \\d+ s %s Telegram".formatted(level, seconds > 0 ? "ahead of" : "behind")))
                .anyMatch(line -> line.startsWith(level + " clock: ") && line.endsWith("the database"))
                .anyMatch(line -> line.startsWith(level + " clock: ") && line.endsWith("FAL"));
    }

    @Test
    void aFolderThatCannotBeWritten(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        variables.put("AISHA_DATA", file.toString());

        assertThat(doctor()).isEqualTo(1);

        assertThat(said()).anyMatch(line -> line.startsWith("FAIL disk: ") && line.contains("cannot be written"));
    }

    @Test
    void migrationsThatAreStillToRunAreDoubtful() {
        var console = new DbConsole(SANDBOX);
        variables.put("DATABASE_URL", console.variables().get("DATABASE_URL"));

        doctor();

        assertThat(said()).anyMatch(line -> line.startsWith("WARN database pending migrations: V1 "));
    }

    @Test
    void forServeWhatIsMissingIsNamedAndTheRestIsLookedAt() {
        variables.remove("OPENAI_API_KEY");
        variables.remove("OPENAI_BASE_URL");
        variables.put("MINIO_ENDPOINT", "http://127.0.0.1:1");
        variables.put("MINIO_ACCESS_KEY", "access");
        variables.put("MINIO_SECRET_KEY", "very-secret");
        variables.put("REDIS_URL", "redis://:very-secret@127.0.0.1:1");
        variables.put("PRICE_MINUTE", "free");

        assertThat(doctor("--serve")).isEqualTo(1);

        assertThat(said())
                .contains("FAIL settings: DATABASE_URL is not set", "FAIL Redis: does not answer at 127.0.0.1:1")
                .anyMatch(line -> line.startsWith("FAIL settings: PRICE_MINUTE is not "))
                .anyMatch(line -> line.startsWith("FAIL bucket: Cannot open the bucket"))
                .anyMatch(line -> line.startsWith("OK   token: of @"))
                .noneMatch(line -> line.contains("simulated") || line.contains("sandbox"));
        assertThat(out.toString() + err).doesNotContain("very-secret");
    }

    @Test
    void machinesGetJson() {
        variables.put("OPENAI_API_KEY", "wrong-openai-key");

        assertThat(doctor("--json")).isEqualTo(1);

        var answer = new JsonMapper().readTree(out.toString());
        assertThat(out.toString()).hasLineCount(1);
        assertThat(answer.path("fine").asBoolean(true)).isFalse();
        assertThat(answer.path("findings").valueStream())
                .anyMatch(finding -> finding.path("subject").asString("").equals("speech service")
                        && finding.path("level").asString("").equals("FAIL")
                        && !finding.path("remedy").asString("").isBlank());
    }
}
