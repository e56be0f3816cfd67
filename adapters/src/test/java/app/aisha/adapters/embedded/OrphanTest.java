package app.aisha.adapters.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanTest {

    @TempDir
    private Path folder;

    @Test
    void aRowCommittedBeforeAKillIsThereAndTheOrphanIsGone() throws Exception {
        var doomed = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-XX:TieredStopAtLevel=1",
                        DoomedServer.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = doomed.inputReader()) {
            assertThat(said.lines().anyMatch("committed"::equals))
                    .as("committed")
                    .isTrue();
        } finally {
            doomed.destroyForcibly().waitFor();
        }
        var orphan = ProcessHandle.of(Long.parseLong(Files.readAllLines(folder.resolve("data/postmaster.pid"))
                        .getFirst()))
                .orElseThrow();
        assertThat(Orphan.runs(orphan)).isTrue();

        try (var server = EmbeddedPostgres.start(folder, _ -> {})) {
            var names = EmbeddedPostgresTest.client(server).sql("SELECT name FROM things");

            assertThat(names.query(String.class).list()).containsExactly("lamp");
            assertThat(Orphan.runs(orphan)).isFalse();
        }
    }
}
