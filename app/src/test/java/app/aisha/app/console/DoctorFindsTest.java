package app.aisha.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One thing is wrong at a time. */
class DoctorFindsTest {

    private static final AdminConsole.Sandbox SANDBOX = AdminConsole.Sandbox.start();
    private static final String NOBODY = "http://127.0.0.1:1";

    private final DoctorConsole console = DoctorConsole.of(SANDBOX);

    @AfterEach
    void stopTheServers() {
        console.close();
    }

    @AfterAll
    static void stop() {
        SANDBOX.close();
    }

    @Test
    void aTokenThatTelegramDoesNotKnow() {
        console.set("TELEGRAM_TOKEN", "7000001:wrong-token");

        assertThat(console.doctor()).isEqualTo(1);

        assertFailure("token: Telegram does not know it (401");
        assertThat(console.printed()).contains("take the token from @BotFather").doesNotContain("wrong-token");
    }

    @Test
    void aWebhookThatNothingListensTo() {
        console.set("TELEGRAM_WEBHOOK_URL", NOBODY);

        assertThat(console.doctor()).isEqualTo(1);

        assertFailure("webhook address: nothing answers at 127.0.0.1:1");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 301})
    void aPublicAddressThatLeadsElsewhere(int answer) {
        console.answerPublicly(answer);

        assertThat(console.doctor()).isEqualTo(1);

        assertThat(console.said())
                .anyMatch(line -> line.startsWith("FAIL webhook address: 127.0.0.1 "))
                .anyMatch(line -> line.startsWith("FAIL FAL's calls: 127.0.0.1 "));
    }

    @Test
    void aProxyWithNobodyBehindItIsOnlyDoubtful() {
        console.answerPublicly(502);

        assertThat(console.doctor()).isZero();

        assertThat(console.said()).anyMatch(line -> line.startsWith("WARN webhook address: a proxy answers"));
    }

    @Test
    void aWebhookOfSomebodyElseIsShownWithoutItsPath() throws Exception {
        telegramIsTold("setWebhook?url=https://other.example/secret-path");
        console.unset("TELEGRAM_WEBHOOK_URL");

        assertThat(console.doctor()).isZero();

        assertThat(console.said())
                .anyMatch(line -> line.startsWith("WARN webhook: Telegram posts to other.example, so"));
        assertThat(console.printed()).doesNotContain("secret-path");
    }

    private void telegramIsTold(String call) throws IOException {
        try (var answer = console.telegram(call).toURL().openStream()) {
            assertThat(new String(answer.readAllBytes(), UTF_8)).contains("\"ok\":true");
        }
    }

    private void assertFailure(String line) {
        assertThat(console.failures()).singleElement().asString().startsWith("FAIL " + line);
        var said = console.said();
        assertThat(said.get(said.indexOf(console.failures().getFirst()) + 1)).startsWith("     mend it: ");
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
        console.set(variable, value);

        assertThat(console.doctor()).isEqualTo(1);

        assertThat(console.said()).anyMatch(line -> line.startsWith("FAIL " + failure));
        assertThat(console.printed()).doesNotContain("wrong-key", "secret@");
        assertThat(console.failures())
                .allMatch(line -> line.startsWith("FAIL " + failure) || line.startsWith("FAIL settings: "));
    }

    @Test
    void aKeyThatTheServicesRefuse() {
        console.set("OPENAI_API_KEY", "wrong-openai-key");

        assertThat(console.doctor()).isEqualTo(1);

        assertThat(console.said())
                .anyMatch(line -> line.startsWith("FAIL speech service: 127.0.0.1 refuses the key (401)"))
                .anyMatch(line -> line.startsWith("FAIL text service: 127.0.0.1 refuses the key (401)"));
        assertThat(console.printed()).doesNotContain("wrong-openai-key");
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
        console.set("FFMPEG_PATH", folder.resolve("ffmpeg").toString());

        assertThat(console.doctor()).isEqualTo(1);

        assertFailure("ffmpeg: No ffmpeg of version 4.3 or newer");
        assertThat(console.printed()).contains("version 3.4.8 is too old");
    }

    @ParameterizedTest
    @CsvSource({"20, WARN, 0", "-20, WARN, 0", "600, FAIL, 1", "-600, FAIL, 1"})
    void aClockThatIsWrong(int seconds, String level, int code) {
        InstantSource clock = () -> InstantSource.system().instant().plusSeconds(seconds);

        assertThat(console.doctorAt(clock)).isEqualTo(code);

        assertThat(console.said())
                .anyMatch(line -> line.matches(
                        "%s clock: \\d+ s %s Telegram".formatted(level, seconds > 0 ? "ahead of" : "behind")))
                .anyMatch(line -> line.startsWith(level + " clock: ") && line.endsWith("the database"))
                .anyMatch(line -> line.startsWith(level + " clock: ") && line.endsWith("FAL"));
    }
}
