package app.aisha.bench;

import app.aisha.adapters.embedded.EmbeddedPostgres;
import app.aisha.adapters.postgres.Migrations;
import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresWallets;
import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.TimeOrderedIds;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A ledger with people whose credits do not run out, on a PostgreSQL of its own that keeps what it committed. */
final class Bank implements AutoCloseable {

    private static final Credits PLENTY = new Credits(1_000_000_000_000L);
    private static final Credits PRICE = new Credits(5);

    private final TimeOrderedIds ids = new TimeOrderedIds(InstantSource.system());
    private final TemporaryFolder folder;
    private final EmbeddedPostgres server;

    private Bank(TemporaryFolder folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    /** The wallets as an instance of the program sees them, over a pool. */
    record Counter(Wallets wallets, HikariDataSource pool) implements AutoCloseable {

        @Override
        public void close() {
            pool.close();
        }
    }

    static Bank open() throws Exception {
        var folder = TemporaryFolder.make();
        var bank = new Bank(folder, EmbeddedPostgres.start(folder.path().resolve("postgres"), _ -> {}));
        try (var pool = bank.pool(2)) {
            Migrations.apply(pool);
        }
        return bank;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }

    /** Address, user and password, for another process. */
    List<String> login() {
        return List.of(server.jdbcUrl(), server.user(), server.password());
    }

    private HikariDataSource pool(int connections) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(server.jdbcUrl());
        pool.setUsername(server.user());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(connections);
        return pool;
    }

    Counter counter(int connections) {
        var pool = pool(connections);
        return new Counter(new PostgresWallets(new PostgresDatabase(pool), ids, InstantSource.system(), PLENTY), pool);
    }

    /** People with a full wallet each. */
    List<UserId> people(int count) throws SQLException {
        var people = new ArrayList<UserId>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                    INSERT INTO users (id, chat_id, name, language, zone)
                    SELECT uuidv7(), n, 'Somebody', 'EN', 'UTC' FROM generate_series(1, %d) n RETURNING id\
                    """.formatted(count))) {
            while (rows.next()) {
                people.add(new UserId(rows.getObject(1, UUID.class)));
            }
        }
        try (var counter = counter(1)) {
            people.forEach(counter.wallets()::of);
        }
        return people;
    }

    Hold hold(UserId payer) {
        return new Hold(
                new HoldId(ids.next()),
                payer,
                new Purpose(Purpose.Kind.PICTURE, ids.next()),
                PRICE,
                Instant.now().plus(Duration.ofHours(1)),
                new Hold.State.Open());
    }

    @Override
    public void close() throws IOException {
        server.close();
        folder.close();
    }
}
