package app.aisha.adapters.postgres;

import app.aisha.adapters.embedded.TestPostgres;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** A database seen through a pool, as an instance of the program sees it. */
record Pool(PostgresDatabase database, HikariDataSource connections) implements AutoCloseable {

    static Pool of(TestPostgres.Database database, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(size);
        var connections = new HikariDataSource(config);
        return new Pool(new PostgresDatabase(connections), connections);
    }

    @Override
    public void close() {
        connections.close();
    }
}
