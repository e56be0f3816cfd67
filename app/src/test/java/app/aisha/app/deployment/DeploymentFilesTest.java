package app.aisha.app.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reverse proxy's file and the unit of systemd. */
class DeploymentFilesTest {

    private static final Path DEPLOY = Path.of("..", "deploy");

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(DEPLOY.resolve(file)).stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @Test
    void theProxyPassesOnlyWhatTelegramAndFalCall() throws IOException {
        var lines = lines("Caddyfile");

        assertThat(lines.stream().filter(line -> line.startsWith("path ")))
                .containsExactly("path /telegram/webhook /fal/*");
        assertThat(lines).contains("method POST", "respond 404", "handle @callers {");
        assertThat(lines.stream().filter(line -> line.startsWith("reverse_proxy")))
                .hasSize(1);
        assertThat(lines.stream().filter(line -> line.startsWith("reverse_proxy") || line.contains("actuator")))
                .containsExactly("reverse_proxy {");
    }

    @Test
    void aRestartFailsNoCall() throws IOException {
        assertThat(lines("Caddyfile"))
                .contains(
                        "lb_try_duration 25s",
                        "lb_retry_match {",
                        "request_buffers 3MB",
                        "dynamic a aisha 8080 {",
                        "keepalive off");
    }

    /** Up to 2.11.1 the body of a call was gone after the first instance refused it (caddyserver/caddy#7546). */
    @Test
    void theProxyIsNewEnoughToTryAgainWithTheBody() throws IOException {
        assertThat(lines("compose.yaml"))
                .filteredOn(line -> line.startsWith("image: caddy:"))
                .singleElement()
                .asString()
                .matches("image: caddy:2\\.(11\\.([2-9]|\\d\\d)|1[2-9]\\.\\d+|[2-9]\\d\\.\\d+)-alpine");
    }

    @Test
    void theProxyWritesDownNoSecret() throws IOException {
        assertThat(lines("Caddyfile")).contains("request>headers delete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DynamicUser=yes",
                "ProtectSystem=strict",
                "ProtectHome=yes",
                "PrivateTmp=yes",
                "NoNewPrivileges=yes",
                "CapabilityBoundingSet=",
                "StateDirectory=aisha",
                "Environment=AISHA_DATA=/var/lib/aisha",
                "Environment=LANG=C.UTF-8",
                "EnvironmentFile=/etc/aisha/aisha.env",
                "Restart=always",
                "TimeoutStopSec=30",
                "SuccessExitStatus=143",
                "ExecStart=/opt/aisha/aisha serve"
            })
    void theUnitIsHardenedAndKeepsItsState(String line) throws IOException {
        assertThat(lines("aisha.service")).contains(line);
    }

    @Test
    void theUnitDoesNotForbidJavaToCompile() throws IOException {
        assertThat(lines("aisha.service")).noneMatch(line -> line.startsWith("MemoryDenyWriteExecute"));
        assertThat(Files.readString(DEPLOY.resolve("aisha.service"))).contains("MemoryDenyWriteExecute cannot be used");
    }
}
