package app.aisha.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** How many commits of one small row the bare database takes, so that the other figures have a measure. */
final class Commits {

    private static final long NANOS = TimeUnit.SECONDS.toNanos(4);

    private Commits() {}

    /** Opens a connection to the database. */
    @FunctionalInterface
    interface Source {
        Connection connect() throws SQLException;
    }

    /** Commits per second over so many connections at once. */
    static double perSecond(Source database, int connections) throws Exception {
        try (var setup = database.connect();
                var statement = setup.createStatement()) {
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS bench_commits (id bigint GENERATED ALWAYS AS IDENTITY, note text)");
        }
        var end = System.nanoTime() + NANOS;
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var work = new ArrayList<Callable<Long>>();
            for (var i = 0; i < connections; i++) {
                work.add(() -> {
                    try (var connection = database.connect()) {
                        return insertUntil(connection, end);
                    }
                });
            }
            var sum = 0L;
            for (var result : threads.invokeAll(work)) {
                sum += result.get();
            }
            return sum / (NANOS / 1e9);
        }
    }

    private static long insertUntil(Connection connection, long end) throws SQLException {
        var count = 0L;
        try (var insert = connection.prepareStatement("INSERT INTO bench_commits (note) VALUES ('a row')")) {
            while (System.nanoTime() < end) {
                insert.executeUpdate();
                count++;
            }
        }
        return count;
    }
}
