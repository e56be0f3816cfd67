package app.aisha.adapters.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** Starts a server on the folder given, commits a row, says so and lives until its input ends or it is killed. */
final class DoomedServer {

    private DoomedServer() {}

    public static void main(String[] arguments) throws PostgresNotStarted, InterruptedException, IOException {
        try (var server = EmbeddedPostgres.start(Path.of(arguments[0]), stage -> System.out.println(stage))) {
            EmbeddedPostgresTest.client(server)
                    .sql("CREATE TABLE IF NOT EXISTS things AS SELECT 'lamp' AS name")
                    .update();
            System.out.println("committed");
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
