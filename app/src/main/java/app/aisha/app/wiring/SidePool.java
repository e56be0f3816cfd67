package app.aisha.app.wiring;

import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.app.settings.Settings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/**
 * A few connections for what must never wait for the rest of the program. Holds its parts instead of being one of them, so
 * that nobody is given them by accident.
 */
record SidePool(HikariDataSource pool, PostgresDatabase database) implements AutoCloseable {

    private static final Duration LONGEST_VALIDATION = Duration.ofSeconds(5);

    /**
     * Opens the connections.
     *
     * @param patience how long to wait for a free one
     */
    static SidePool open(Settings settings, String name, int connections, Duration patience) {
        var pool = connections(settings, name, connections, patience);
        return new SidePool(pool, new PostgresDatabase(pool));
    }

    static HikariDataSource connections(Settings settings, String name, int connections, Duration patience) {
        var database = settings.database().orElseThrow();
        var config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        config.setPassword(database.password().reveal());
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(patience.toMillis());
        config.setValidationTimeout(Math.min(patience.toMillis(), LONGEST_VALIDATION.toMillis()));
        config.setPoolName(name);
        return new HikariDataSource(config);
    }

    @Override
    public void close() {
        pool.close();
    }
}
