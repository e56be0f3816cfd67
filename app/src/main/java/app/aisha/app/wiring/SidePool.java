package app.aisha.app.wiring;

import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.app.settings.Settings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A few connections for what must never wait for the rest of the program. Holds its parts instead of being one of them, so
 * that nobody is given them by accident.
 */
record SidePool(HikariDataSource pool, PostgresDatabase database) implements AutoCloseable {

    private static final Duration LONGEST_VALIDATION = Duration.ofSeconds(5);
    private static final Duration SHORT_ANSWER = Duration.ofSeconds(20);

    /** The longest look at the whole ledger takes less; a server whose machine is gone is waited for no longer. */
    private static final Duration USUAL_ANSWER = Duration.ofMinutes(2);

    /** A program that stands still amidst a transaction keeps its rows from the others for no longer. */
    private static final String STANDSTILL = "SET idle_in_transaction_session_timeout = '10s'";

    /**
     * Opens the connections.
     *
     * @param patience how long to wait for a free one
     */
    static SidePool open(Settings settings, String name, int connections, Duration patience) {
        var pool = connections(settings, name, connections, patience, SHORT_ANSWER);
        return new SidePool(pool, new PostgresDatabase(pool));
    }

    /** Connections for all other work. */
    static HikariDataSource connections(Settings settings, String name, int connections, Duration patience) {
        return connections(settings, name, connections, patience, USUAL_ANSWER);
    }

    /**
     * Opens a connection each time.
     *
     * @param answer how long to wait for an answer of the server
     */
    static DataSource unpooled(Settings settings, Duration answer) {
        var database = settings.database().orElseThrow();
        var connections = new DriverManagerDataSource(
                database.jdbcUrl(), database.user(), database.password().reveal());
        connections.setConnectionProperties(driverProperties(answer));
        return connections;
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
        config.setConnectionInitSql(STANDSTILL);
        driverProperties(answer).forEach((property, value) -> config.addDataSourceProperty(property.toString(), value));
        return new HikariDataSource(config);
    }

    /**
     * Without timeouts a server that froze, or a cable that was cut, would be waited for without end. What a server says of a
     * refused row is not asked for: it repeats the row, and with it what somebody said.
     */
    static Properties driverProperties(Duration answer) {
        var properties = new Properties();
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", String.valueOf(answer.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    @Override
    public void close() {
        pool.close();
    }
}
