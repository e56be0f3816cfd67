package app.aisha.app.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.app.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The image that {@code ./aisha image} made: what {@code docker load} would take in. Not part of other builds. */
class ImageCheck {

    private static final JsonMapper JSON = new JsonMapper();

    private static final Path FOLDER = Path.of("target", "image-check").toAbsolutePath();

    private static JsonNode manifest;
    private static JsonNode config;

    @BeforeAll
    static void unpack() throws Exception {
        run("rm", "-rf", FOLDER.toString());
        Files.createDirectories(FOLDER);
        run(
                "tar",
                "--warning=no-unknown-keyword",
                "-xf",
                String.valueOf(System.getProperty("aisha.image")),
                "-C",
                FOLDER.toString());
        manifest = JSON.readTree(FOLDER.resolve("manifest.json")).path(0);
        config = JSON.readTree(FOLDER.resolve(manifest.path("Config").asString("")))
                .path("config");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(item -> item.asString("")).toList();
    }

    /** Mode, owner, size, date and name of every file of a layer. */
    private static List<String> listed(String layer) throws IOException, InterruptedException {
        return run(
                        "tar",
                        "--warning=no-unknown-keyword",
                        "-tvf",
                        FOLDER.resolve(layer).toString())
                .lines()
                .toList();
    }

    @Test
    void itHasANameAndLabels() {
        assertThat(texts(manifest.path("RepoTags"))).singleElement().asString().startsWith("aisha:");
        assertThat(config.path("Labels").path("org.opencontainers.image.title").asString(""))
                .isEqualTo("Aisha");
    }

    @Test
    void itRunsAsSomebodyWithoutPowerAndServes() {
        assertThat(config.path("User").asString("")).isEqualTo("10001:10001");
        assertThat(texts(config.path("Entrypoint"))).containsExactly("/usr/bin/aisha");
        assertThat(texts(config.path("Cmd"))).containsExactly("serve");
        assertThat(config.path("ExposedPorts").propertyNames()).containsExactly("8080/tcp");
        assertThat(config.path("Volumes").propertyNames()).containsExactly("/data");
    }

    @Test
    void itKnowsNoSettingButWhereThingsAre() {
        assertThat(texts(config.path("Env")).stream().map(variable -> variable.replaceFirst("=.*", "")))
                .filteredOn(name ->
                        Arrays.stream(Setting.values()).anyMatch(it -> it.name().equals(name)))
                .containsExactlyInAnyOrder("AISHA_DATA", "AISHA_PORT");
    }

    @Test
    void theLocaleThatItNamesIsThere() throws Exception {
        assertThat(texts(config.path("Env"))).contains("LANG=C.UTF-8");
        var files = new ArrayList<String>();
        for (var layer : texts(manifest.path("Layers"))) {
            files.addAll(listed(layer));
        }
        assertThat(files).anyMatch(file -> file.matches(".* usr/lib/locale/C\\.(utf8|UTF-8)/LC_CTYPE"));
    }

    @Test
    void whatChangesOftenIsALayerOfItsOwn() throws Exception {
        var layers = texts(manifest.path("Layers"));
        assertThat(layers).hasSizeGreaterThanOrEqualTo(4);
        for (var layer : layers) {
            var files = listed(layer);
            var ours = files.stream().anyMatch(file -> file.contains("app/classpath/aisha.jar"));
            var others = files.stream().anyMatch(file -> file.contains("spring-core-"));
            var java = files.stream().anyMatch(file -> file.contains("libjvm.so"));
            assertThat(Stream.of(ours, others, java).filter(it -> it)).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void noFileIsPrivateSecretOrPowerful() throws Exception {
        for (var layer : texts(manifest.path("Layers"))) {
            assertThat(listed(layer)).isNotEmpty().allSatisfy(file -> {
                assertThat(file.substring(0, 10)).doesNotContain("s", "S");
                assertThat(file).doesNotContainPattern("\\.env\\b|\\.git\\b|\\.pem$|\\.key$|id_rsa|\\.m2|/target/");
            });
        }
    }

    @Test
    void onlyTheStateAndTheTemporaryFolderCanBeWrittenByTheProgram() throws Exception {
        for (var layer : texts(manifest.path("Layers"))) {
            assertThat(listed(layer))
                    .filteredOn(file -> file.charAt(8) == 'w')
                    .allMatch(file -> file.matches(".* (data|tmp)/|l.*"));
        }
    }

    @Test
    void itSpeaksAndCanBeAskedForItsHealth() throws Exception {
        var root = Files.createDirectories(FOLDER.resolve("root"));
        for (var layer : texts(manifest.path("Layers"))) {
            run(
                    "tar",
                    "--warning=no-unknown-keyword",
                    "-xf",
                    FOLDER.resolve(layer).toString(),
                    "-C",
                    root.toString());
        }
        assertThat(root.resolve("usr/bin/aisha-health")).isExecutable();
        assertThat(root.resolve("opt/java/bin/java")).isExecutable();

        assertThat(run(
                        root.resolve("opt/java/bin/java").toString(),
                        "-cp",
                        classPath(root),
                        "app.aisha.app.Aisha",
                        "help"))
                .contains("Usage: ./aisha");
    }

    private static String classPath(Path root) throws IOException {
        return Stream.of(
                        Files.readString(root.resolve("app/jib-classpath-file")).split(":", -1))
                .map(entry -> root + entry)
                .reduce((one, other) -> one + ":" + other)
                .orElseThrow();
    }
}
