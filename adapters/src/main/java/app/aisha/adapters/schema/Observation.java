package app.aisha.adapters.schema;

import app.aisha.adapters.schema.Report.Section;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks at a database for a report: nothing in it is known beforehand. */
public final class Observation {

    private static final List<String> FACT = List.of("what", "observed");

    private static final String FACTS = """
        SELECT ARRAY['database', current_database()] UNION ALL
        SELECT ARRAY['schema', current_schema()::text] UNION ALL
        SELECT ARRAY['server', current_setting('server_version')] UNION ALL
        SELECT ARRAY['encoding', current_setting('server_encoding')] UNION ALL
        SELECT ARRAY['running since', date_trunc('second', pg_postmaster_start_time())::text] UNION ALL
        SELECT ARRAY['observed at', date_trunc('second', now())::text] UNION ALL
        SELECT ARRAY['size', pg_size_pretty(pg_database_size(current_database()))] UNION ALL
        SELECT ARRAY['extensions', (SELECT coalesce(string_agg(extname || ' ' || extversion, ', ' ORDER BY extname), 'none')
            FROM pg_extension)]
        """;

    private static final String TABLES = """
        SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
        ORDER BY relname
        """;

    private static final String RUNS = """
        SELECT ARRAY[coalesce(version, ''), description, date_trunc('second', installed_on)::text, execution_time::text,
            CASE WHEN success THEN 'yes' ELSE 'no' END]
        FROM flyway_schema_history ORDER BY installed_rank
        """;

    private Observation() {}

    /** Counts every row, which takes a while on a large database; changes nothing. */
    public static Report of(DataSource database, Blueprint blueprint) throws SchemaTrouble {
        var drift = blueprint.driftOf(database);
        var sections = new ArrayList<Section>();
        try (var session = Session.open(database)) {
            Session.told(() -> {
                sections.add(new Section("Database", FACT, rows(session, FACTS), "nothing"));
                sections.add(diagnosis(database));
                sections.add(drift(drift));
                sections.add(tables(session));
                sections.add(history(session));
                return sections;
            });
        }
        return new Report("Database of Aisha", sections);
    }

    private static List<List<String>> rows(Session session, String question) {
        return session.client()
                .sql(question)
                .query((row, _) -> List.of((String[]) row.getArray(1).getArray()))
                .list();
    }

    private static Section diagnosis(DataSource database) {
        return new Section(
                "Diagnosis",
                List.of("level", "what", "observed"),
                Diagnosis.of(database).stream()
                        .map(found -> List.of(found.level().name(), found.subject(), found.sentence()))
                        .toList(),
                "nothing was looked at");
    }

    private static Section drift(Drift drift) {
        return new Section(
                "Drift",
                List.of("difference"),
                drift.differences().stream()
                        .map(difference -> List.of(difference.sentence()))
                        .toList(),
                "none: %d objects are as the migrations define them".formatted(drift.objects()));
    }

    private static Section tables(Session session) {
        var rows = session.list(TABLES).stream()
                .flatMap(name -> rows(session, sizes(name.replace("'", "''"), quoted(name))).stream())
                .toList();
        return new Section("Tables", List.of("table", "rows", "size", "indexes"), rows, "none");
    }

    private static String sizes(String text, String table) {
        return """
            SELECT ARRAY['%1$s', count(*)::text, pg_size_pretty(pg_table_size('%3$s')), pg_size_pretty(pg_indexes_size('%3$s'))]
            FROM %2$s
            """.formatted(text, table, table.replace("'", "''"));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static Section history(Session session) {
        var rows = new CatalogReader(session).hasHistory() ? rows(session, RUNS) : List.<List<String>>of();
        return new Section(
                "Migrations",
                List.of("version", "description", "run at", "ms", "success"),
                rows,
                "there is no history");
    }
}
