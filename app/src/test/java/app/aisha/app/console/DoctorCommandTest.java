package app.aisha.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What the doctor says where all is well, and what she says it for. */
class DoctorCommandTest {

    private static final AdminConsole.Sandbox SANDBOX = AdminConsole.Sandbox.start();

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
    void whatIsWellIsSaidAndEndsWithZero() {
        assertThat(console.doctor()).as(console::printed).isZero();

        assertThat(console.said())
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
        console.unsetAll();
        console.set("AISHA_DATA", folder.toString());

        assertThat(console.doctor()).as(console::printed).isZero();

        assertThat(console.said())
                .contains(
                        "OK   PostgreSQL: the sandbox makes one at its first start",
                        "OK   Telegram: simulated; TELEGRAM_TOKEN makes it real");
    }

    @Test
    void aFolderThatCannotBeWritten(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        console.set("AISHA_DATA", file.toString());

        assertThat(console.doctor()).isEqualTo(1);

        assertThat(console.said())
                .anyMatch(line -> line.startsWith("FAIL disk: ") && line.contains("cannot be written"));
    }

    @Test
    void migrationsThatAreStillToRunAreDoubtful() {
        var copy = new DbConsole(SANDBOX);
        console.set("DATABASE_URL", Objects.requireNonNull(copy.variables().get("DATABASE_URL")));

        console.doctor();

        assertThat(console.said()).anyMatch(line -> line.startsWith("WARN database pending migrations: V1 "));
    }

    @Test
    void forServeWhatIsMissingIsNamedAndTheRestIsLookedAt() {
        console.unset("OPENAI_API_KEY");
        console.unset("OPENAI_BASE_URL");
        console.set("MINIO_ENDPOINT", "http://127.0.0.1:1");
        console.set("MINIO_ACCESS_KEY", "access");
        console.set("MINIO_SECRET_KEY", "very-secret");
        console.set("REDIS_URL", "redis://:very-secret@127.0.0.1:1");
        console.set("PRICE_MINUTE", "free");

        assertThat(console.doctor("--serve")).isEqualTo(1);

        assertThat(console.said())
                .contains("FAIL settings: DATABASE_URL is not set", "FAIL Redis: does not answer at 127.0.0.1:1")
                .anyMatch(line -> line.startsWith("FAIL settings: PRICE_MINUTE is not "))
                .anyMatch(line -> line.startsWith("FAIL bucket: Cannot open the bucket"))
                .anyMatch(line -> line.startsWith("OK   token: of @"))
                .noneMatch(line -> line.contains(": simulated") || line.contains("kept in the process"));
        assertThat(console.printed()).doesNotContain("very-secret");
    }

    @Test
    void machinesGetJson() {
        console.set("OPENAI_API_KEY", "wrong-openai-key");

        assertThat(console.doctor("--json")).isEqualTo(1);

        var answer = new JsonMapper().readTree(console.printed());
        assertThat(console.printed()).hasLineCount(1);
        assertThat(answer.path("fine").asBoolean(true)).isFalse();
        assertThat(answer.path("findings").valueStream())
                .anyMatch(finding -> finding.path("subject").asString("").equals("speech service")
                        && finding.path("level").asString("").equals("FAIL")
                        && !finding.path("remedy").asString("").isBlank());
    }
}
