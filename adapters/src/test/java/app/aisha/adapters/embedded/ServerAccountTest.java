package app.aisha.adapters.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.aisha.adapters.embedded.EmbeddedPostgres.Launch;
import app.aisha.adapters.embedded.ServerAccount.Lesser;
import app.aisha.adapters.embedded.ServerAccount.RootUnseen;
import app.aisha.adapters.embedded.ServerAccount.Self;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAccountTest {

    @TempDir
    private static Path binaries;

    @TempDir
    private Path folder;

    private EmbeddedPostgres start(boolean namespacesWork) throws Exception {
        var launch = new Launch(binaries, Tuning.DURABLE, () -> namespacesWork);
        return EmbeddedPostgres.start(folder, launch, _ -> {});
    }

    private void everyoneMayEnter() throws Exception {
        Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwx--x--x"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void anOrdinaryUserIsWhoTheServerRunsAs() throws Exception {
        assertThat(ServerAccount.choose(1000, OptionalInt.empty(), () -> true)).isEqualTo(new Self());
        assertThat(ServerAccount.choose(1000, OptionalInt.of(1000), () -> true)).isEqualTo(new Self());
    }

    @Test
    void anOrdinaryUserIsToldWhoseTheDataIs() {
        assertThatThrownBy(() -> ServerAccount.choose(1000, OptionalInt.of(0), () -> true))
                .isInstanceOf(PostgresNotStarted.class)
                .hasMessageContaining("belongs to user 0 and you are user 1000");
    }

    @Test
    void rootHidesInANamespaceWhereItMay() throws Exception {
        assertThat(ServerAccount.choose(0, OptionalInt.empty(), () -> true)).isEqualTo(new RootUnseen());
        assertThat(ServerAccount.choose(0, OptionalInt.of(0), () -> true)).isEqualTo(new RootUnseen());
    }

    @Test
    void rootBecomesTheOwnerOfTheDataOrNobody() throws Exception {
        assertThat(ServerAccount.choose(0, OptionalInt.of(1000), () -> true)).isEqualTo(new Lesser(1000));
        assertThat(ServerAccount.choose(0, OptionalInt.empty(), () -> false)).isEqualTo(new Lesser(65_534));
        assertThat(ServerAccount.choose(0, OptionalInt.of(0), () -> false)).isEqualTo(new Lesser(65_534));
    }

    @Test
    void rootWithoutNamespacesRunsTheServerAsNobodyAndKeepsTheData() throws Exception {
        assumeTrue(ServerAccount.ownUid() == 0, "only root runs as somebody else");
        assumeTrue(PostgresPrograms.namespacesWork(), "needs user namespaces to make the data in one");
        everyoneMayEnter();
        try (var server = start(true)) {
            EmbeddedPostgresTest.client(server)
                    .sql("CREATE TABLE things AS SELECT 'lamp' AS name")
                    .update();
        }

        try (var server = start(false)) {
            var names = EmbeddedPostgresTest.client(server).sql("SELECT name FROM things");

            assertThat(names.query(String.class).list()).containsExactly("lamp");
            assertThat(FileTree.owner(folder.resolve("data"))).isEqualTo(65_534);
        }
    }

    @Test
    void rootWithoutNamespacesMakesTheDataAsNobody() throws Exception {
        assumeTrue(ServerAccount.ownUid() == 0, "only root runs as somebody else");
        everyoneMayEnter();

        try (var server = start(false)) {
            assertThat(EmbeddedPostgresTest.client(server)
                            .sql("SELECT 1")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void rootIsToldThatNobodyCannotReachTheFolder() throws Exception {
        assumeTrue(ServerAccount.ownUid() == 0, "only root runs as somebody else");
        Files.setPosixFilePermissions(binaries, PosixFilePermissions.fromString("rwx------"));

        assertThatThrownBy(() -> start(false))
                .isInstanceOf(PostgresNotStarted.class)
                .hasMessageContaining("choose a data folder everyone may enter")
                .hasMessageNotContaining("\n");
    }
}
