package app.aisha.adapters.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A connection whose advisory locks are the claims of this process: the server drops them when the process dies, and when it
 * says nothing for too long. For one thread.
 */
final class ClaimSession implements AutoCloseable {

    private static final int ANSWER_MILLIS = 10_000;

    private final Connection connection;

    private ClaimSession(Connection connection) {
        this.connection = connection;
    }

    /**
     * Connects.
     *
     * @param silence how long the server lets the session say nothing; PostgreSQL's {@code idle_session_timeout}
     */
    static ClaimSession open(DataSource connections, Duration silence) throws SQLException {
        var session = new ClaimSession(connections.getConnection());
        try {
            session.connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
            session.execute("SET idle_session_timeout = %d".formatted(silence.toMillis()));
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /** Tries to lock each key; what nobody else holds is locked and returned. */
    Set<Long> lock(Collection<Long> keys) throws SQLException {
        return select("SELECT key FROM unnest(?) key WHERE pg_try_advisory_lock(key)", keys);
    }

    /** Unlocks each key once. */
    void unlock(Collection<Long> keys) throws SQLException {
        select("SELECT key FROM unnest(?) key WHERE pg_advisory_unlock(key)", keys);
    }

    /** Shows that this process lives, and that the session does. */
    void ping() throws SQLException {
        execute("SELECT 1");
    }

    private Set<Long> select(String sql, Collection<Long> keys) throws SQLException {
        var found = new HashSet<Long>();
        if (keys.isEmpty()) {
            return found;
        }
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", keys.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException _) {
            // Its locks are gone as well.
        }
    }
}
