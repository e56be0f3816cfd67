package app.aisha.adapters.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One connection that sees its current schema and nothing beside it. Not thread-safe. */
final class Session implements AutoCloseable {

    private final Connection connection;
    private final JdbcClient client;
    private final String schema;

    private Session(Connection connection) {
        this.connection = connection;
        this.client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.schema = client.sql("SELECT coalesce(current_schema(), '')")
                .query(String.class)
                .single();
    }

    /** Work that asks the server. */
    @FunctionalInterface
    interface Work<T> {

        T run() throws SQLException, SchemaTrouble;
    }

    static Session open(DataSource database) throws SchemaTrouble {
        return told(() -> {
            var connection = database.getConnection();
            var fine = false;
            try {
                var session = new Session(connection);
                session.client
                        .sql("SELECT set_config('search_path', quote_ident(?), false)")
                        .param(session.schema)
                        .query(String.class)
                        .single();
                fine = true;
                return session;
            } finally {
                if (!fine) {
                    connection.close();
                }
            }
        });
    }

    /** On a connection that belongs to somebody else and sees its current schema alone. */
    static Session on(Connection connection) {
        return new Session(connection);
    }

    /** Turns what the server refuses into one line. */
    static <T> T told(Work<T> work) throws SchemaTrouble {
        try {
            return work.run();
        } catch (SQLException | DataAccessException e) {
            throw SchemaTrouble.of(e);
        }
    }

    /** Blank where the search path names none that exists. */
    String schema() {
        return schema;
    }

    JdbcClient client() {
        return client;
    }

    Connection connection() {
        return connection;
    }

    String one(String question) {
        return client.sql(question).query(String.class).single();
    }

    List<String> list(String question) {
        return client.sql(question).query((row, _) -> row.getString(1)).list();
    }

    void order(String statement) throws SQLException {
        try (var order = connection.createStatement()) {
            order.execute(statement);
        }
    }

    @Override
    public void close() throws SchemaTrouble {
        try {
            connection.close();
        } catch (SQLException e) {
            throw SchemaTrouble.of(e);
        }
    }
}
