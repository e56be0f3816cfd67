package app.aisha.adapters.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * One PostgreSQL for all tests of a JVM, started at the first call and gone with the JVM. A test takes an empty database of
 * its own, or a copy of one that was filled before. Thread-safe.
 */
public final class TestPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(TestPostgres.class);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final EmbeddedPostgres server;

    private TestPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    private static final class Shared {
        private static final TestPostgres SERVER = new TestPostgres(launch());
    }

    /** Where a database is found; a pool may be built from it. */
    public record Database(String name, String jdbcUrl, String user, String password) {

        /** Opens a connection per request, which takes some milliseconds; needs no closing. */
        public DataSource dataSource() {
            return new DriverManagerDataSource(jdbcUrl, user, password);
        }

        /** For questions and preparations of a test. */
        public JdbcClient client() {
            return JdbcClient.create(dataSource());
        }
    }

    public static Database freshDatabase() {
        return Shared.SERVER.create("template0");
    }

    /** A copy of a database nobody is connected to, made in some 50 ms. */
    public static Database copyOf(Database template) {
        return Shared.SERVER.create(template.name());
    }

    private Database create(String template) {
        var name = "test_" + NUMBERS.incrementAndGet();
        database(Cluster.NAME)
                .client()
                .sql("CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY".formatted(name, template))
                .update();
        return database(name);
    }

    private Database database(String name) {
        return new Database(name, server.jdbcUrl(name), server.user(), server.password());
    }

    private static EmbeddedPostgres launch() {
        try {
            var parent = Files.createDirectories(Path.of("target", "test-postgres"));
            sweep(parent);
            var folder = Files.createTempDirectory(parent, "server-");
            var launch = new EmbeddedPostgres.Launch(
                    parent.resolve("binaries"), Tuning.EPHEMERAL, PostgresPrograms::namespacesWork);
            var server = EmbeddedPostgres.start(folder, launch, _ -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(() -> endOf(server, folder)));
            return server;
        } catch (IOException | PostgresNotStarted failure) {
            throw new IllegalStateException("Tests have no PostgreSQL", failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted");
        }
    }

    /** Clears away what killed test runs left; those that run keep their lock. */
    private static void sweep(Path parent) throws IOException, InterruptedException {
        try (var left = Files.newDirectoryStream(parent.toRealPath(), "server-*")) {
            for (var folder : left) {
                try (var _ = FolderLock.of(folder)) {
                    Orphan.reap(Cluster.dataIn(folder));
                    FileTree.delete(folder);
                } catch (PostgresNotStarted inUse) {
                    LOG.debug("Another test run is under way", inUse);
                }
            }
        }
    }

    private static void endOf(EmbeddedPostgres server, Path folder) {
        server.close();
        try {
            FileTree.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
