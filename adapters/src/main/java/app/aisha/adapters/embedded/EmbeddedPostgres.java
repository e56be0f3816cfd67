package app.aisha.adapters.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own on a folder: unpacked from the class path, started as a child, reachable on 127.0.0.1 only
 * and with a password only. Its data outlives it; what was committed survives a {@code kill -9} and a loss of power. One
 * process at a time may have it. Needs Linux, and works as root and as an ordinary user.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int ATTEMPTS = 3;

    private final Optional<Possession> possession;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Optional<Possession> possession, int port, String password) {
        this.possession = possession;
        this.port = port;
        this.password = password;
    }

    /** What the process has that started the server. */
    private record Possession(FolderLock lock, Cluster cluster) {}

    /** What a start is busy with; unpacking and creating take seconds and happen on the first start only. */
    public enum Stage {
        UNPACKING,
        CREATING,
        STARTING,
        READY
    }

    /**
     * How a server is started.
     *
     * @param binaries folder under which the programs are unpacked
     * @param namespacesWork whether root may hide in a user namespace
     */
    record Launch(Path binaries, Tuning tuning, BooleanSupplier namespacesWork) {}

    /**
     * Starts the server on the folder, made where it is missing, and returns once it takes connections. A server that a
     * killed run left behind on the folder is stopped first.
     *
     * @param progress told each stage as it begins
     */
    public static EmbeddedPostgres start(Path folder, Consumer<Stage> progress)
            throws PostgresNotStarted, InterruptedException {
        var launch = new Launch(folder.resolve("binaries"), Tuning.DURABLE, PostgresPrograms::namespacesWork);
        return start(folder, launch, progress);
    }

    /** Whether a server was ever started on the folder. */
    public static boolean isMadeIn(Path folder) {
        return Files.exists(Cluster.dataIn(folder));
    }

    /**
     * The server that another process runs on the folder, which closing leaves alone; where no process has the folder, a
     * server that is started and belongs to the caller.
     */
    public static EmbeddedPostgres attachOrStart(Path folder) throws PostgresNotStarted, InterruptedException {
        return attachOrStart(
                folder, new Launch(folder.resolve("binaries"), Tuning.DURABLE, PostgresPrograms::namespacesWork));
    }

    static EmbeddedPostgres attachOrStart(Path folder, Launch launch) throws PostgresNotStarted, InterruptedException {
        try {
            var home = home(folder);
            var lock = FolderLock.ifFree(home);
            return lock.isPresent()
                    ? locked(lock.get(), home, launch, _ -> {})
                    : new EmbeddedPostgres(
                            Optional.empty(), Orphan.portOf(Cluster.dataIn(home)), Cluster.passwordIn(home));
        } catch (IOException failure) {
            throw unusable(folder, failure);
        }
    }

    static EmbeddedPostgres start(Path folder, Launch launch, Consumer<Stage> progress)
            throws PostgresNotStarted, InterruptedException {
        try {
            var home = home(folder);
            return locked(FolderLock.of(home), home, launch, progress);
        } catch (IOException failure) {
            throw unusable(folder, failure);
        }
    }

    private static Path home(Path folder) throws IOException, PostgresNotStarted {
        var home = Files.createDirectories(folder).toRealPath();
        if (home.toString().matches(".*[\"$`\\\\\\n'].*")) {
            throw new PostgresNotStarted(
                    "The embedded PostgreSQL needs a data folder without quotes, $, ` or \\: " + home);
        }
        return home;
    }

    private static PostgresNotStarted unusable(Path folder, IOException failure) {
        return new PostgresNotStarted(
                "The embedded PostgreSQL cannot use the folder %s: %s".formatted(folder, failure), failure);
    }

    private static EmbeddedPostgres locked(FolderLock lock, Path folder, Launch launch, Consumer<Stage> progress)
            throws IOException, PostgresNotStarted, InterruptedException {
        var ready = false;
        try {
            var server = launched(lock, folder, launch, progress);
            progress.accept(Stage.READY);
            ready = true;
            return server;
        } finally {
            if (!ready) {
                Orphan.reap(Cluster.dataIn(folder));
                lock.close();
            }
        }
    }

    private static EmbeddedPostgres launched(FolderLock lock, Path folder, Launch launch, Consumer<Stage> progress)
            throws IOException, PostgresNotStarted, InterruptedException {
        var binaries =
                PostgresBinaries.ofThisMachine().unpackInto(launch.binaries(), () -> progress.accept(Stage.UNPACKING));
        var data = Cluster.dataIn(folder);
        Orphan.reap(data);
        var account = accountFor(data, launch);
        var programs = new PostgresPrograms(binaries, account);
        var cluster = new Cluster(folder, programs, launch.tuning());
        var version = programs.majorVersion();
        if (!cluster.exists()) {
            progress.accept(Stage.CREATING);
            cluster.create(account);
        }
        cluster.requireVersion(version);
        var password = cluster.password();
        progress.accept(Stage.STARTING);
        return new EmbeddedPostgres(Optional.of(new Possession(lock, cluster)), startOnFreePort(cluster), password);
    }

    private static ServerAccount accountFor(Path data, Launch launch) throws IOException, PostgresNotStarted {
        var made = Files.exists(data);
        var owner = made ? OptionalInt.of(FileTree.owner(data)) : OptionalInt.empty();
        var account = ServerAccount.choose(ServerAccount.ownUid(), owner, launch.namespacesWork());
        if (made && account instanceof ServerAccount.Lesser(var uid) && owner.getAsInt() != uid) {
            FileTree.giveTo(uid, data);
        }
        return account;
    }

    private static int startOnFreePort(Cluster cluster) throws IOException, PostgresNotStarted, InterruptedException {
        var complaint = "";
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var port = freePort();
            var ending = cluster.start(port);
            if (ending.good()) {
                return port;
            }
            complaint = ending.lastLine();
            LOG.debug("PostgreSQL did not start on port {}: {}", port, complaint);
        }
        throw new PostgresNotStarted("The embedded PostgreSQL did not start: " + complaint);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Address of the database, without user and password. */
    public String jdbcUrl() {
        return jdbcUrl(Cluster.NAME);
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable".formatted(port, database);
    }

    /** The owner of the database and superuser of the server. */
    public String user() {
        return Cluster.NAME;
    }

    public String password() {
        return password;
    }

    /** Ends open connections and stops the server that was started; its data stays. Closing twice does nothing. */
    @Override
    public synchronized void close() {
        possession.ifPresent(EmbeddedPostgres::close);
    }

    private static void close(Possession own) {
        try {
            stop(own.cluster());
            own.lock().close();
        } catch (IOException failure) {
            LOG.warn("The embedded PostgreSQL did not stop", failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void stop(Cluster cluster) throws IOException, InterruptedException {
        var process = cluster.process();
        if (process.isEmpty()) {
            return;
        }
        var ending = cluster.stop();
        if (!ending.good() || !Orphan.ended(process.get())) {
            LOG.warn("The embedded PostgreSQL did not stop: {}", ending.lastLine());
        }
    }
}
