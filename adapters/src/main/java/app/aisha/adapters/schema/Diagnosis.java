package app.aisha.adapters.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Whether a database is one that the program can work with; changes nothing. */
public final class Diagnosis {

    private static final int OLDEST_SERVER = 15;
    private static final int CONNECTIONS = 25;

    private final List<Finding> findings = new ArrayList<>();

    /** How bad it is. */
    public enum Level {
        OK,
        WARN,
        FAIL
    }

    /** One thing that was looked at, in one line. */
    public record Finding(Level level, String subject, String sentence) {}

    private Diagnosis() {}

    /** Looks at everything; a database that does not answer is a finding too. */
    public static List<Finding> of(DataSource database) {
        var diagnosis = new Diagnosis();
        try (var session = Session.open(database)) {
            diagnosis.note(Level.OK, "connection", session.one("""
                SELECT format('database %s, schema %s, user %s', current_database(), coalesce(current_schema(), 'none'), current_user)
                """));
            Session.told(() -> {
                diagnosis.lookAtServer(session);
                diagnosis.lookAtRights(session);
                diagnosis.lookAtRemains(session);
                return session;
            });
            diagnosis.lookAtHistory(database);
        } catch (SchemaTrouble trouble) {
            diagnosis.note(Level.FAIL, "connection", String.valueOf(trouble.getMessage()));
        }
        return List.copyOf(diagnosis.findings);
    }

    private void note(Level level, String subject, String sentence) {
        findings.add(new Finding(level, subject, sentence));
    }

    private void require(boolean fine, Level otherwise, String subject, String sentence) {
        note(fine ? Level.OK : otherwise, subject, sentence);
    }

    private static boolean holds(Session session, String condition) {
        return Boolean.parseBoolean(session.one("SELECT (%s)::text".formatted(condition)));
    }

    private void lookAtServer(Session session) {
        var version = session.one("SELECT current_setting('server_version')");
        var number = Integer.parseInt(session.one("SELECT current_setting('server_version_num')")) / 10_000;
        require(
                number >= OLDEST_SERVER,
                Level.FAIL,
                "server",
                "PostgreSQL %s, needed is %d".formatted(version, OLDEST_SERVER));
        var encoding = session.one("SELECT current_setting('server_encoding')");
        require(encoding.equals("UTF8"), Level.FAIL, "encoding", encoding + ", needed is UTF8");
        var writable = !holds(session, "pg_is_in_recovery() OR current_setting('transaction_read_only')::boolean");
        require(writable, Level.FAIL, "writing", writable ? "possible" : "a standby or read-only");
        var taken = session.one(
                "SELECT count(*)::text FROM pg_stat_activity WHERE coalesce(backend_type, 'client backend') = 'client"
                        + " backend'");
        var most = session.one("SELECT current_setting('max_connections')");
        var free = Integer.parseInt(most) - Integer.parseInt(taken);
        require(
                free >= CONNECTIONS,
                Level.WARN,
                "connections",
                "%s of %s taken, an instance wants %d".formatted(taken, most, CONNECTIONS));
    }

    private void lookAtRights(Session session) {
        var creates = holds(session, "coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)");
        require(creates, Level.FAIL, "rights in the schema", creates ? "may make tables" : "may not make tables");
        var schemas = ScratchSchema.isPossibleIn(session);
        require(
                schemas,
                Level.WARN,
                "rights in the database",
                schemas
                        ? "may make the schema that check compares with"
                        : "may not make schemas: check compares with an embedded server");
        var foreign = session.list("""
            SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
                AND NOT pg_has_role(relowner, 'USAGE') ORDER BY relname
            """);
        require(
                foreign.isEmpty(),
                Level.FAIL,
                "tables",
                foreign.isEmpty()
                        ? "all owned by this user"
                        : "owned by somebody else, so that no migration can change them: "
                                + String.join(", ", foreign));
    }

    private void lookAtRemains(Session session) {
        note(Level.OK, "production", ProductionMark.isOn(session) ? "marked as such" : "not marked as such");
        var remains = session.list(ScratchSchema.ABANDONED);
        require(
                remains.isEmpty(),
                Level.WARN,
                "remains of checks",
                remains.isEmpty() ? "none" : String.join(", ", remains) + "; the next check drops them");
    }

    private void lookAtHistory(DataSource database) throws SchemaTrouble {
        try {
            var all = Arrays.asList(
                    Flyway.configure().dataSource(database).load().info().all());
            var applied = all.stream()
                    .filter(one -> one.getState().isApplied() && !one.getState().isFailed())
                    .toList();
            note(
                    Level.OK,
                    "migrations",
                    applied.isEmpty()
                            ? "none was run"
                            : "%d were run, the newest is %s".formatted(applied.size(), name(applied.getLast())));
            list(all, "pending migrations", Level.WARN, Set.of(MigrationState.PENDING, MigrationState.IGNORED));
            list(all, "failed migrations", Level.FAIL, Set.of(MigrationState.FAILED, MigrationState.FUTURE_FAILED));
            list(
                    all,
                    "unknown migrations",
                    Level.FAIL,
                    Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.MISSING_SUCCESS));
            report(
                    "changed migrations",
                    Level.FAIL,
                    applied.stream().filter(one -> !one.isChecksumMatching()).toList());
        } catch (FlywayException e) {
            throw SchemaTrouble.of(e);
        }
    }

    private void list(List<MigrationInfo> all, String subject, Level level, Set<MigrationState> states) {
        report(
                subject,
                level,
                all.stream().filter(one -> states.contains(one.getState())).toList());
    }

    private void report(String subject, Level level, List<MigrationInfo> found) {
        require(
                found.isEmpty(),
                level,
                subject,
                found.isEmpty() ? "none" : found.stream().map(Diagnosis::name).collect(Collectors.joining(", ")));
    }

    private static String name(MigrationInfo migration) {
        return "V%s %s".formatted(migration.getVersion(), migration.getDescription());
    }
}
