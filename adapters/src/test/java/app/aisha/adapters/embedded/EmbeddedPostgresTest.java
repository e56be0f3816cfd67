package app.aisha.adapters.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.adapters.embedded.EmbeddedPostgres.Launch;
import app.aisha.adapters.embedded.EmbeddedPostgres.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresTest {

    private static final Path BINARIES = Path.of("target", "test-postgres", "binaries");

    @TempDir
    private static Path made;

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeAll
    static void makeOnce() throws Exception {
        start(made, Tuning.DURABLE, new ArrayList<>()).close();
    }

    @BeforeEach
    void copyWhatWasMade() throws Exception {
        folder = temporary.resolve("server");
        assertThat(new ProcessBuilder("cp", "-a", made.toString(), folder.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    private EmbeddedPostgres start() throws Exception {
        return start(folder, Tuning.DURABLE, new ArrayList<>());
    }

    private static EmbeddedPostgres start(Path folder, Tuning tuning, List<Stage> seen) throws Exception {
        var launch = new Launch(BINARIES, tuning, PostgresPrograms::namespacesWork);
        return EmbeddedPostgres.start(folder, launch, seen::add);
    }

    static JdbcClient client(EmbeddedPostgres server) {
        return JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.user(), server.password()));
    }

    private static String shown(EmbeddedPostgres server, String setting) {
        return client(server).sql("SHOW " + setting).query(String.class).single();
    }

    private ProcessHandle postmaster() throws Exception {
        var pid = Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    @Test
    void rowsSurviveARestartAndOnlyTheFirstStartCreates() throws Exception {
        var first = new ArrayList<Stage>();
        try (var server = start(temporary.resolve("new"), Tuning.DURABLE, first)) {
            client(server).sql("CREATE TABLE things AS SELECT 'lamp' AS name").update();
        }
        var second = new ArrayList<Stage>();
        try (var server = start(temporary.resolve("new"), Tuning.DURABLE, second)) {
            assertThat(client(server)
                            .sql("SELECT name FROM things")
                            .query(String.class)
                            .list())
                    .containsExactly("lamp");
        }

        assertThat(first).endsWith(Stage.CREATING, Stage.STARTING, Stage.READY);
        assertThat(second).containsExactly(Stage.STARTING, Stage.READY);
    }

    @Test
    void whatIsCommittedIsOnDiskAndOnlyThisMachineMayConnect() throws Exception {
        try (var server = start()) {
            assertThat(shown(server, "fsync")).isEqualTo("on");
            assertThat(shown(server, "synchronous_commit")).isEqualTo("on");
            assertThat(shown(server, "full_page_writes")).isEqualTo("on");
            assertThat(shown(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(shown(server, "unix_socket_directories")).isEmpty();
            assertThat(shown(server, "server_encoding")).isEqualTo("UTF8");
        }
    }

    @Test
    void nobodyConnectsWithoutThePassword() throws Exception {
        try (var server = start()) {
            var stranger = new DriverManagerDataSource(server.jdbcUrl(), server.user(), "guess");

            assertThatThrownBy(stranger::getConnection)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aSecondStartOnTheFolderIsRefusedByNameAndLeavesTheFirstAlone() throws Exception {
        try (var server = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(PostgresNotStarted.class)
                    .hasMessageContaining(
                            "in use by the running process %d",
                            ProcessHandle.current().pid())
                    .hasMessageNotContaining("\n");
            assertThat(shown(server, "fsync")).isEqualTo("on");
        }
    }

    private EmbeddedPostgres attachOrStart() throws Exception {
        return EmbeddedPostgres.attachOrStart(
                folder, new Launch(BINARIES, Tuning.DURABLE, PostgresPrograms::namespacesWork));
    }

    @Test
    void whoAttachesSeesTheServerThatRunsAndLeavesItRunning() throws Exception {
        try (var server = start()) {
            try (var attached = attachOrStart()) {
                assertThat(attached.jdbcUrl()).isEqualTo(server.jdbcUrl());
                assertThat(shown(attached, "fsync")).isEqualTo("on");
            }
            assertThat(shown(server, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void whereNoneRunsOneIsStartedAndStopped() throws Exception {
        assertThat(EmbeddedPostgres.isMadeIn(folder)).isTrue();
        assertThat(EmbeddedPostgres.isMadeIn(temporary)).isFalse();
        try (var server = attachOrStart()) {
            assertThat(shown(server, "fsync")).isEqualTo("on");
        }
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void aServerThatIsNotReadyYetIsNotAttachedTo() throws Exception {
        try (var server = start()) {
            var pidFile = folder.resolve("data/postmaster.pid");
            var ready = Files.readString(pidFile);
            Files.writeString(pidFile, ready.replace("ready", "starting"));

            assertThatThrownBy(this::attachOrStart)
                    .isInstanceOf(PostgresNotStarted.class)
                    .hasMessageContaining("try again in a moment");
            Files.writeString(pidFile, ready);
            assertThat(shown(server, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void nothingRunsAfterClosing() throws Exception {
        var server = start();
        var process = postmaster();
        var family = process.descendants().toList();

        server.close();
        server.close();

        assertThat(Orphan.runs(process)).isFalse();
        assertThat(family).isNotEmpty().noneMatch(Orphan::runs);
    }

    @Test
    void aListenerThatFailsLeavesNoServerBehind() throws Exception {
        var launch = new Launch(BINARIES, Tuning.DURABLE, PostgresPrograms::namespacesWork);

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, launch, stage -> {
                    if (stage == Stage.READY) {
                        throw new IllegalStateException("listener");
                    }
                }))
                .hasMessage("listener");
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
        start().close();
    }

    @Test
    void aPidFileThatNamesAnotherProcessHurtsNobody() throws Exception {
        var bystander = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(folder.resolve("data/postmaster.pid"), bystander.pid() + "\n" + folder + "\n");

            try (var server = start()) {
                assertThat(shown(server, "fsync")).isEqualTo("on");
            }
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroyForcibly().waitFor();
        }
    }

    @Test
    void dataOfAnotherVersionIsLeftAloneAndNamed() throws Exception {
        Files.writeString(folder.resolve("data/PG_VERSION"), "14\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(PostgresNotStarted.class)
                .hasMessageContaining("was made by PostgreSQL 14")
                .hasMessageContaining("carries 18");
    }

    @Test
    void aLostPasswordIsNamed() throws Exception {
        Files.delete(folder.resolve("password"));

        assertThatThrownBy(this::start).isInstanceOf(PostgresNotStarted.class).hasMessageContaining("password");
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
    }

    @Test
    void aServerThatDoesNotStartSaysWhyInOneLine() throws Exception {
        Files.writeString(folder.resolve("data/postgresql.conf"), "no_such_setting = 1\n");

        assertThatThrownBy(this::start)
                .isInstanceOf(PostgresNotStarted.class)
                .hasMessageContaining("did not start")
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatAKilledFirstStartLeftIsMadeAnew() throws Exception {
        var killed = temporary.resolve("killed");
        Files.createDirectories(killed.resolve("data.partial/base"));

        try (var server = start(killed, Tuning.EPHEMERAL, new ArrayList<>())) {
            assertThat(shown(server, "server_encoding")).isEqualTo("UTF8");
        }
        assertThat(killed.resolve("data.partial")).doesNotExist();
    }

    @Test
    void aFolderAShellCouldMisreadIsRefused() {
        var launch = new Launch(BINARIES, Tuning.DURABLE, PostgresPrograms::namespacesWork);

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder.resolve("a$HOME"), launch, _ -> {}))
                .isInstanceOf(PostgresNotStarted.class)
                .hasMessageContaining("without quotes");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(file.resolve("data"), _ -> {}))
                .isInstanceOf(PostgresNotStarted.class)
                .hasMessageContaining(file.toString());
    }
}
