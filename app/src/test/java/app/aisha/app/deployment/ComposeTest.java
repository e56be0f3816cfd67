package app.aisha.app.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.app.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ComposeTest {

    private static final Path DEPLOY = Path.of("..", "deploy");
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)[^}]*}");
    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:v?\\d[\\w.-]*");
    private static final Set<Setting> BROUGHT = Set.of(
            Setting.DATABASE_URL,
            Setting.REDIS_URL,
            Setting.MINIO_ENDPOINT,
            Setting.MINIO_ACCESS_KEY,
            Setting.MINIO_SECRET_KEY);

    private static String text(String file) throws IOException {
        return Files.readString(DEPLOY.resolve(file));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    private static Map<String, Object> compose() throws IOException {
        return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text("compose.yaml")));
    }

    private static Map<String, Object> services() throws IOException {
        return map(compose().get("services"));
    }

    private static Stream<String> names() throws IOException {
        return services().keySet().stream();
    }

    private static Map<String, Object> service(String name) throws IOException {
        return map(services().get(name));
    }

    @Test
    void everythingSheNeedsIsThere() throws IOException {
        assertThat(services().keySet())
                .contains("aisha", "postgres", "redis", "media", "proxy", "telegram-api", "prometheus", "grafana");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyImageIsPinned(String name) throws IOException {
        var image = String.valueOf(service(name).get("image")).replaceFirst("^\\$\\{AISHA_IMAGE:-(.*)}$", "$1");

        assertThat(image).matches(PINNED).doesNotContain("latest");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyServiceIsWatchedLimitedAndConfined(String name) throws IOException {
        var service = service(name);

        assertThat(map(service.get("healthcheck"))).containsKeys("test", "interval", "timeout", "retries");
        assertThat(service).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"));
        assertThat(service.get("security_opt")).isEqualTo(List.of("no-new-privileges:true"));
        assertThat(service).containsKeys("stop_grace_period", "restart").doesNotContainKey("privileged");
        assertThat(map(map(service.get("logging")).get("options"))).containsKeys("max-size", "max-file");
        var limits = map(map(map(service.get("deploy")).get("resources")).get("limits"));
        assertThat(limits).containsKeys("cpus", "memory", "pids");
    }

    @Test
    void onlyTheProxyIsOpenToTheOutside() throws IOException {
        for (var name : services().keySet()) {
            var ports = service(name).get("ports");
            if (!name.equals("proxy") && ports instanceof List<?> published) {
                assertThat(published).allMatch(port -> String.valueOf(port).startsWith("127.0.0.1:"));
            }
        }
        assertThat(service("aisha")).doesNotContainKey("ports").containsEntry("stop_grace_period", "30s");
    }

    @Test
    void sheIsToldSettingsThatSheKnows() throws IOException {
        var told = map(service("aisha").get("environment"));

        assertThat(Arrays.stream(Setting.values()).map(Setting::name).toList()).containsAll(told.keySet());
        assertThat(told.keySet())
                .containsAll(BROUGHT.stream().map(Setting::name).toList());
        assertThat(String.valueOf(service("aisha").get("env_file"))).contains("path=../.env", "required=true");
    }

    @Test
    void whatIsStillNeededStandsOpenInTheExample() throws IOException {
        var open = Files.readAllLines(Path.of("..", ".env.example"));
        for (var setting : Setting.values()) {
            if (setting.need() == Setting.Need.PRODUCTION && !BROUGHT.contains(setting)) {
                assertThat(open).contains(setting.name() + "=");
            }
        }
    }

    @Test
    void everyVariableOfTheFileIsASettingOrInItsOwnExample() throws IOException {
        var used = VARIABLE.matcher(text("compose.yaml"))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
        var known = Arrays.stream(Setting.values()).map(Setting::name).collect(Collectors.toSet());
        var offered = text("compose.env.example")
                .lines()
                .filter(line -> line.matches("#?[A-Z_]+=.*"))
                .map(line -> line.replaceFirst("^#", "").replaceFirst("=.*", ""))
                .toList();

        assertThat(used).isNotEmpty().allMatch(name -> known.contains(name) || offered.contains(name));
        assertThat(used).containsAll(offered);
        assertThat(known).doesNotContainAnyElementsOf(offered);
    }

    @Test
    void secretsAreNowhereInTheFile() throws IOException {
        assertThat(text("compose.yaml").lines().filter(line -> line.matches("(?i).*(password|secret|key)\\w*: .*")))
                .isNotEmpty()
                .allMatch(line -> line.contains("${"));
    }

    @Test
    void everyVolumeIsDeclaredAndEveryFileOfOursIsThere() throws IOException {
        var volumes = map(compose().get("volumes")).keySet();
        for (var name : services().keySet()) {
            if (service(name).get("volumes") instanceof List<?> mounted) {
                for (var mount : mounted) {
                    var source = String.valueOf(mount).replaceFirst(":.*", "");
                    assertThat(source.startsWith("/") || source.startsWith("./") || volumes.contains(source))
                            .as(source)
                            .isTrue();
                }
            }
        }
        for (var file : List.of("Caddyfile", "prometheus/alerts.yml", "grafana/aisha.json")) {
            assertThat(text("compose.yaml")).contains("./" + file.replaceFirst("/aisha.json", ""));
            assertThat(DEPLOY.resolve(file)).exists();
        }
    }
}
