package app.aisha.adapters.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    @TempDir
    private Path folder;

    @Test
    void theProgramsAreUnpackedOnce() throws Exception {
        var unpacked = new ArrayList<String>();

        var first = PostgresBinaries.ofThisMachine().unpackInto(folder, () -> unpacked.add("first"));
        var second = PostgresBinaries.ofThisMachine().unpackInto(folder, () -> unpacked.add("second"));

        assertThat(first).isEqualTo(second);
        assertThat(unpacked).containsExactly("first");
        assertThat(first.resolve("bin/postgres")).isExecutable();
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactly(first);
        }
    }

    @Test
    void aMachineWithoutProgramsIsToldToBringAServer() {
        assertThatThrownBy(() -> new PostgresBinaries("Windows 11", "amd64"))
                .isInstanceOf(PostgresNotStarted.class)
                .hasMessageContaining("Windows 11", "DATABASE_URL");
        assertThatThrownBy(() -> new PostgresBinaries("Linux", "riscv64")).isInstanceOf(PostgresNotStarted.class);
    }

    @Test
    void aBuildWithoutTheArchiveSaysSo() throws Exception {
        var arm = new PostgresBinaries("Linux", "aarch64");

        assertThatThrownBy(() -> arm.unpackInto(folder, () -> {}))
                .isInstanceOf(PostgresNotStarted.class)
                .hasMessageContaining("postgres-linux-arm_64.txz");
    }
}
