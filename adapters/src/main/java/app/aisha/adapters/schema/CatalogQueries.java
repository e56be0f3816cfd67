package app.aisha.adapters.schema;

import java.util.EnumMap;
import java.util.Map;

/**
 * What is asked of the catalog of PostgreSQL 15 or newer about the current schema. Each answers {@code table}, {@code name},
 * {@code ordinal} and the traits; what belongs to an extension is left out.
 */
final class CatalogQueries {

    static final String HISTORY = "flyway_schema_history";

    static final String MIGRATIONS = """
        SELECT DISTINCT ON (version) '' AS "table", version AS name, installed_rank AS ordinal, description,
            coalesce(checksum::text, 'none') AS checksum, CASE WHEN success THEN 'yes' ELSE 'no' END AS success
        FROM flyway_schema_history WHERE version IS NOT NULL ORDER BY version, installed_rank DESC
        """;

    private static final String TYPES = """
        SELECT '' AS "table", t.typname AS name, t.oid AS ordinal,
            CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range' ELSE 'composite' END AS form,
            CASE WHEN t.typtype = 'e' THEN coalesce((SELECT string_agg(quote_literal(enumlabel::text), ', ' ORDER BY enumsortorder)
                FROM pg_enum WHERE enumtypid = t.oid), '') END AS labels,
            CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS type
        FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
        WHERE (t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c') AND
        """ + ours("pg_type", "t.typnamespace", "t.oid");

    private static final String SEQUENCES = """
        SELECT '' AS "table", c.relname AS name, c.oid AS ordinal,
            format('AS %s START %s INCREMENT %s MINVALUE %s MAXVALUE %s CACHE %s', format_type(s.seqtypid, NULL), s.seqstart,
                s.seqincrement, s.seqmin, s.seqmax, s.seqcache) || CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END AS definition
        FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid
        WHERE NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'i') AND
        """ + oursWith("c");

    private static final String TABLES = """
        SELECT '' AS "table", c.relname AS name, c.oid AS ordinal,
            CASE c.relkind WHEN 'r' THEN 'plain' WHEN 'p' THEN 'partitioned' ELSE 'foreign' END AS form,
            CASE c.relpersistence WHEN 'u' THEN 'unlogged' ELSE 'logged' END AS storage,
            CASE WHEN c.relrowsecurity THEN 'on' ELSE 'off' END AS row_security
        FROM pg_class c WHERE c.relkind IN ('r', 'p', 'f') AND
        """ + oursWith("c");

    private static final String COLUMNS = """
        SELECT c.relname AS "table", a.attname AS name, a.attnum AS ordinal,
            format_type(a.atttypid, a.atttypmod) AS type,
            CASE WHEN a.attnotnull THEN 'no' ELSE 'yes' END AS nullable,
            CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS "default",
            CASE WHEN a.attgenerated <> '' THEN format('ALWAYS AS (%s)%s', pg_get_expr(d.adbin, d.adrelid),
                CASE a.attgenerated WHEN 's' THEN ' STORED' ELSE '' END) END AS generated,
            CASE WHEN a.attidentity <> '' THEN format('%s AS IDENTITY (START %s INCREMENT %s%s%s)',
                CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END, s.seqstart, s.seqincrement,
                CASE WHEN s.seqmax IN (32767, 2147483647, 9223372036854775807) THEN '' ELSE ' MAXVALUE ' || s.seqmax END,
                CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END) END AS identity,
            CASE WHEN a.attcollation <> t.typcollation THEN quote_ident(l.collname) END AS collation
        FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            LEFT JOIN pg_collation l ON l.oid = a.attcollation
            LEFT JOIN pg_depend p ON p.classid = 'pg_class'::regclass AND p.refclassid = 'pg_class'::regclass
                AND p.refobjid = c.oid AND p.refobjsubid = a.attnum AND p.deptype = 'i' AND a.attidentity <> ''
            LEFT JOIN pg_sequence s ON s.seqrelid = p.objid
        WHERE c.relkind IN ('r', 'p', 'f') AND
        """ + oursWith("c");

    /** The server writes the schema before the name of a function. */
    private static final String FUNCTIONS = """
        SELECT '' AS "table", format('%s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)) AS name, p.oid AS ordinal,
            CASE WHEN p.prokind = 'a' THEN 'aggregate ' || p.proname ELSE btrim(replace(pg_get_functiondef(p.oid),
                quote_ident(current_schema()) || '.' || quote_ident(p.proname) || '(', quote_ident(p.proname) || '('), E'\\n ')
            END AS definition
        FROM pg_proc p WHERE
        """ + ours("pg_proc", "p.pronamespace", "p.oid");

    private static final String VIEWS = """
        SELECT '' AS "table", c.relname AS name, c.oid AS ordinal,
            CASE c.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END AS form, pg_get_viewdef(c.oid, true) AS definition
        FROM pg_class c WHERE c.relkind IN ('v', 'm') AND
        """ + oursWith("c");

    private static final String INDEXES = """
        SELECT t.relname AS "table", c.relname AS name, c.oid AS ordinal, pg_get_indexdef(c.oid, 0, true) AS definition,
            CASE WHEN i.indisvalid THEN 'yes' ELSE 'no' END AS valid
        FROM pg_class c JOIN pg_index i ON i.indexrelid = c.oid JOIN pg_class t ON t.oid = i.indrelid
        WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = c.oid AND contype IN ('p', 'u', 'x'))
            AND t.relkind <> 't' AND
        """ + oursWith("c");

    /**
     * A foreign key needs what it refers to, and is kept by triggers, which can be switched off. PostgreSQL 18 keeps {@code NOT
     * NULL} here too, which is a trait of the column.
     */
    private static final String CONSTRAINTS = """
        SELECT t.relname AS "table", k.conname AS name,
            k.oid::bigint + CASE k.contype WHEN 'f' THEN 20000000000 WHEN 'c' THEN 10000000000 ELSE 0 END AS ordinal,
            pg_get_constraintdef(k.oid, true) AS definition,
            CASE WHEN EXISTS (SELECT FROM pg_trigger g WHERE g.tgconstraint = k.oid AND g.tgenabled = 'D') THEN 'no' ELSE 'yes'
                END AS enforced
        FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
        WHERE k.contype IN ('p', 'u', 'x', 'f', 'c') AND
        """ + oursWith("t");

    private static final String TRIGGERS = """
        SELECT t.relname AS "table", g.tgname AS name, g.oid AS ordinal, pg_get_triggerdef(g.oid, true) AS definition,
            CASE g.tgenabled WHEN 'O' THEN 'ENABLE' WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA'
                ELSE 'ENABLE ALWAYS' END AS state
        FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid WHERE NOT g.tgisinternal AND
        """ + oursWith("t");

    private static final String RULES = """
        SELECT t.relname AS "table", r.rulename AS name, r.oid AS ordinal, pg_get_ruledef(r.oid, true) AS definition
        FROM pg_rewrite r JOIN pg_class t ON t.oid = r.ev_class WHERE r.rulename <> '_RETURN' AND
        """ + oursWith("t");

    private static final String POLICIES = """
        SELECT t.relname AS "table", p.polname AS name, p.oid AS ordinal,
            concat_ws(' ', CASE WHEN p.polpermissive THEN 'permissive' ELSE 'restrictive' END, p.polcmd,
                pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) AS definition
        FROM pg_policy p JOIN pg_class t ON t.oid = p.polrelid WHERE
        """ + oursWith("t");

    static final Map<Kind, String> ALL = all();

    private CatalogQueries() {}

    private static Map<Kind, String> all() {
        var queries = new EnumMap<Kind, String>(Kind.class);
        queries.put(Kind.EXTENSION, """
            SELECT '' AS "table", extname AS name, oid AS ordinal FROM pg_extension
            WHERE extnamespace = current_schema()::regnamespace
            """);
        queries.put(Kind.TYPE, TYPES);
        queries.put(Kind.SEQUENCE, SEQUENCES);
        queries.put(Kind.TABLE, TABLES);
        queries.put(Kind.COLUMN, COLUMNS);
        queries.put(Kind.FUNCTION, FUNCTIONS);
        queries.put(Kind.VIEW, VIEWS);
        queries.put(Kind.INDEX, INDEXES);
        queries.put(Kind.CONSTRAINT, CONSTRAINTS);
        queries.put(Kind.TRIGGER, TRIGGERS);
        queries.put(Kind.RULE, RULES);
        queries.put(Kind.POLICY, POLICIES);
        return queries;
    }

    /** A tail for a query: {@code oid} is one of {@code catalog}. */
    private static String ours(String catalog, String namespace, String oid) {
        return """
            %s = current_schema()::regnamespace AND NOT EXISTS (SELECT FROM pg_depend
                WHERE classid = '%s'::regclass AND objid = %s AND deptype = 'e')
            """.formatted(namespace, catalog, oid);
    }

    private static String oursWith(String alias) {
        return ours("pg_class", alias + ".relnamespace", alias + ".oid");
    }
}
