package app.aisha.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.app.settings.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the files of the project rather than for its classes. */
class ProjectFilesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "data", ".idea", ".vscode", "node_modules");
    private static final Set<String> NAMES_THEM =
            Set.of("config/checkstyle.xml", "app/src/test/java/app/aisha/app/architecture/Blemishes.java");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");

    @Test
    void noFileHoldsPathsOfAMachineRegistriesSecretsOrLooseEnds() throws IOException {
        assertThat(texts().flatMap(file -> Blemishes.in(read(file)).stream().map(found -> shown(file) + " " + found)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open(\"/ro%sot/.m2\")",
                "see /ho%sme/anna/project",
                "https://repo%s.maven.apache.org/maven2",
                "token=123456789:AAF%sabcdefghijklmnopqrstuvwxyz012345",
                "OPENAI_API_KEY=sk-%sabcdefghijklmnopqrstuvwxyz",
                "// TO%sDO later",
                "Coming %ssoon!",
                "import org.mock%sito.Mock;"
            })
    void aBlemishIsFound(String halves) {
        assertThat(Blemishes.in(halves.replace("%s", ""))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/home/anna/x",
                "/telegram/webhook",
                "1000000001:simulated-telegram-knows-every-token",
                "users/…/recordings/…/original.ogg"
            })
    void whatOnlyLooksAlikeIsNone(String text) {
        assertThat(Blemishes.in(text)).isEmpty();
    }

    @Test
    void theReadmeHasTheTableOfSettings() {
        var readme = read(ROOT.resolve("README.md"));

        assertThat(readme).contains("<!-- settings -->\n" + Setting.table() + "<!-- /settings -->");
    }

    @Test
    void everyLinkInADocumentLeadsToAFile() throws IOException {
        assertThat(texts().filter(file -> file.toString().endsWith(".md"))
                        .flatMap(file -> linksOf(file)
                                .filter(link ->
                                        !Files.exists(file.resolveSibling(link).normalize()))
                                .map(link -> shown(file) + " -> " + link)))
                .isEmpty();
    }

    private static Stream<String> linksOf(Path document) {
        return LINK.matcher(read(document)).results().map((MatchResult link) -> link.group(1));
    }

    private static Stream<Path> texts() throws IOException {
        try (var walk = Files.walk(ROOT)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(ProjectFilesTest::isOurs)
                    .filter(file -> !NAMES_THEM.contains(shown(file)))
                    .toList();
            assertThat(files).hasSizeGreaterThan(100);
            return files.stream();
        }
    }

    private static boolean isOurs(Path file) {
        var path = ROOT.relativize(file);
        return Stream.iterate(0, i -> i < path.getNameCount(), i -> i + 1)
                        .map(i -> path.getName(i).toString())
                        .noneMatch(NOT_OURS::contains)
                && !path.toString().equals(".git")
                && !path.toString().equals(".env")
                && file.getFileName()
                        .toString()
                        .matches(
                                "[^.]+|.*\\.(java|xml|xsl|dtd|md|yaml|properties|sql|js|css|html|svg|txt|json|sh)|run|NOTICE|LICENSE");
    }

    private static String shown(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
