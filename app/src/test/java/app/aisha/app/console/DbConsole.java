package app.aisha.app.console;

import app.aisha.app.settings.Environment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;

/** The console of an operator, and an empty database of its own that DATABASE_URL names. */
final class DbConsole {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String name = "copy_" + NUMBERS.incrementAndGet();
    private final Map<String, String> variables = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AdminConsole.Sandbox sandbox;
    private final DriverManagerDataSource database;

    DbConsole(AdminConsole.Sandbox sandbox) {
        this.sandbox = sandbox;
        var server = sandbox.server();
        sandbox.client()
                .sql("CREATE DATABASE %s TEMPLATE template0".formatted(name))
                .update();
        database = new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:%d/%s?sslmode=disable".formatted(port(), name),
                server.user(),
                server.password());
        variables.put("AISHA_DATA", sandbox.data().toString());
        variables.put("DATABASE_URL", url(server.user(), server.password()));
    }

    String name() {
        return name;
    }

    DriverManagerDataSource database() {
        return database;
    }

    Map<String, String> variables() {
        return variables;
    }

    int port() {
        return URI.create(sandbox.server().jdbcUrl().substring("jdbc:".length()))
                .getPort();
    }

    String url(String user, String password) {
        return "postgresql://%s:%s@127.0.0.1:%d/%s?sslmode=disable".formatted(user, password, port(), name);
    }

    void order(String... statements) {
        for (var statement : statements) {
            JdbcClient.create(database).sql(statement).update();
        }
    }

    /** Faster than the migrations themselves. */
    void migrate() {
        sandbox.client().sql("DROP DATABASE " + name).update();
        sandbox.client()
                .sql("CREATE DATABASE %s TEMPLATE aisha".formatted(name))
                .update();
    }

    Environment environment() {
        return new Environment(variables, Path.of("no-such-file"));
    }

    /** Empty again. */
    Terminal terminal() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new Terminal(new PrintWriter(out, true), new PrintWriter(err, true));
    }

    int db(String... arguments) {
        var terminal = terminal();
        return new CommandLine(new DbCommands(environment(), terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .execute(arguments);
    }

    List<String> said() {
        return out.toString().lines().toList();
    }

    List<String> complaints() {
        return err.toString().lines().toList();
    }

    /** On both sides. */
    String printed() {
        return out.toString() + err;
    }
}
