package app.aisha.adapters.schema;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * An empty schema of its own that is dropped in the end. Its connections see nothing beside it, so that a script which names
 * no schema cannot reach another one.
 */
final class ScratchSchema implements AutoCloseable {

    /** Where a run was killed, another one that comes an hour later tidies up. */
    static final String ABANDONED = """
        SELECT nspname FROM pg_namespace
        WHERE nspname ~ '^aisha_scratch_[0-9]+_' AND split_part(nspname, '_', 3)::bigint < extract(epoch FROM now()) - 3600
            AND pg_has_role(nspowner, 'USAGE')
        """;

    private static final String FRESH_NAME = """
        SELECT 'aisha_scratch_' || extract(epoch FROM now())::bigint || '_' || substr(md5(random()::text), 1, 12)
        """;

    private final Session session;
    private final DataSource database;
    private final String name;

    private ScratchSchema(Session session, DataSource database, String name) {
        this.session = session;
        this.database = database;
        this.name = name;
    }

    static ScratchSchema in(DataSource database) throws SchemaTrouble {
        var session = Session.open(database);
        var fine = false;
        try {
            var scratch = Session.told(() -> {
                for (var abandoned : session.list(ABANDONED)) {
                    session.order("DROP SCHEMA IF EXISTS %s CASCADE".formatted(abandoned));
                }
                var name = session.one(FRESH_NAME);
                session.order("CREATE SCHEMA " + name);
                return new ScratchSchema(session, database, name);
            });
            fine = true;
            return scratch;
        } finally {
            if (!fine) {
                session.close();
            }
        }
    }

    /** Whether the user of the database may make one. */
    static boolean isPossibleIn(Session session) {
        return session.client()
                .sql("SELECT has_database_privilege(current_database(), 'CREATE')")
                .query(Boolean.class)
                .single();
    }

    DataSource source() {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                try (var order = connection.createStatement()) {
                    order.execute("SET search_path TO " + name);
                }
                return connection;
            }
        };
    }

    @Override
    public void close() throws SchemaTrouble {
        try (session) {
            Session.told(() -> {
                session.order("DROP SCHEMA %s CASCADE".formatted(name));
                return name;
            });
        }
    }
}
