package app.aisha.app.wiring;

import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.app.settings.Settings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;

/**
 * A few connections for what must never wait for the rest of the program. Holds its parts instead of being one of them, so
 * that nobody is given them by accident.
 */
record SidePool(HikariDataSource pool, PostgresDatabase database) implements AutoCloseable {

    private static final Duration LONGEST_VALIDATION = Duration.ofSeconds(5);
    private static final Duration SHORT_ANSWER = Duration.ofSeconds(20);

    /** Migrations build indexes. */
    private static final Duration LONG_ANSWER = Duration.ofMinutes(30);

    /**
     * Opens the connections.
     *
     * @param patience how long to wait for a free one
     */
    static SidePool open(Settings settings, String name, int connections, Duration patience) {
        var pool = connections(settings, name, connections, patience, SHORT_ANSWER);
        return new SidePool(pool, new PostgresDatabase(pool));
    }

    /** Connections for whatever takes its time. */
    static HikariDataSource connections(Settings settings, String name, int connections, Duration patience) {
        return connections(settings, name, connections, patience, LONG_ANSWER);
    }

    private static HikariDataSource connections(
            Settings settings, String name, int connections, Duration patience, Duration answer) {
        var database = settings.database().orElseThrow();
        var config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        config.setPassword(database.password().reveal());
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(patience.toMillis());
        config.setValidationTimeout(Math.min(patience.toMillis(), LONGEST_VALIDATION.toMillis()));
        config.setPoolName(name);
        timeouts(answer).forEach((property, value) -> config.addDataSourceProperty(property.toString(), value));
        return new HikariDataSource(config);
    }

    /** Without them a server that froze, or a cable that was cut, would be waited for without end. */
    static Properties timeouts(Duration answer) {
        var properties = new Properties();
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", String.valueOf(answer.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    @Override
    public void close() {
        pool.close();
    }
}
