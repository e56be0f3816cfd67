package app.aisha.bench;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import app.aisha.adapters.fal.FalSettings.Roots;
import app.aisha.adapters.http.Secret;
import app.aisha.app.Running;
import app.aisha.app.settings.House;
import app.aisha.app.settings.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** Aisha herself with a PostgreSQL of her own, in a folder that is removed afterwards. */
final class AishaBot implements Bot {
    /** No benchmark asks a model anything. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:9/v1");

    /** How updates come to her. */
    enum Way {
        POLLING,
        WEBHOOK
    }

    private static final String ADD_HISTORY = """
        INSERT INTO user_transcripts (id, user_id, message, file, kind, claimed_millis, claimed_bytes, created_at, version,
            status, original_key, container, length_millis, wording, pieces_lost)
        SELECT uuidv7(), users.id, -number, 'file', 'voice', 5000, 20000, now(), 3,
            'ready', 'users/none/original.ogg', 'ogg', 5000, 'What was said in recording ' || number, 0
        FROM users, generate_series(1, 12) number
        ON CONFLICT DO NOTHING\
        """;

    private final TemporaryFolder folder;
    private final EmbeddedPostgres database;
    private final Running running;
    private final Connection connection;
    private final Crowd crowd;

    private AishaBot(TemporaryFolder folder, Simulator simulator, EmbeddedPostgres database, Running running)
            throws SQLException {
        this.folder = folder;
        this.database = database;
        this.running = running;
        this.connection = connect();
        this.crowd = new Crowd(simulator.root());
    }

    static AishaBot start(Way way) throws Exception {
        var folder = TemporaryFolder.make();
        var simulator = Simulator.start();
        var running = new Running();
        running.add(simulator);
        running.stopAtExit();
        var database = EmbeddedPostgres.start(folder.path().resolve("postgres"), _ -> {});
        running.add(database);
        running.startProgram(settings(way, folder.path(), simulator.root(), database));
        return new AishaBot(folder, simulator, database, running);
    }

    private static Settings settings(Way way, Path folder, URI telegram, EmbeddedPostgres database) throws IOException {
        var port = freePort();
        var webhook =
                new Settings.Webhook(URI.create("http://127.0.0.1:" + port), new Secret("benchmark-of-the-webhook"));
        return new Settings(
                Optional.of(new Settings.Telegram(
                        telegram, URI.create(telegram + "/file"), new Secret("1000000001:bench-bench-bench-bench"))),
                way == Way.WEBHOOK ? Optional.of(webhook) : Optional.empty(),
                Optional.of(
                        new Settings.Database(database.jdbcUrl(), database.user(), new Secret(database.password()))),
                Optional.empty(),
                Optional.empty(),
                new Settings.Models(
                        Optional.of(new Settings.Speech.Service(NOBODY, Optional.empty())),
                        Optional.of(new Settings.Text(NOBODY, Optional.empty())),
                        Optional.of(new Settings.Trainer(
                                new Secret("nobody:nothing"), new Roots(NOBODY, NOBODY, NOBODY, NOBODY)))),
                new Settings.General(
                        folder, new Settings.Ports(port, 0), Optional.empty(), Optional.empty(), "none", House.USUAL));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A connection to the same database, past the program. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    /** Gives everybody who has none a history of twelve transcripts. */
    void fillHistories() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(ADD_HISTORY);
        }
    }

    @Override
    public Crowd crowd() {
        return crowd;
    }

    @Override
    public long handled() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(done_at) FROM telegram_updates")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        running.close();
        folder.close();
    }
}
