package app.aisha.adapters.schema;

import javax.sql.DataSource;

/**
 * Tells a database that real users are served from. The mark is the comment of the history of migrations: it needs no right and
 * no table of its own, and goes along with a dump.
 */
public final class ProductionMark {

    private static final String MARK = "Aisha: production";

    private ProductionMark() {}

    /** Safe to call at every start; the tables have to be there. */
    public static void put(DataSource database) throws SchemaTrouble {
        try (var session = Session.open(database)) {
            Session.told(() -> {
                if (!isOn(session)) {
                    session.order("COMMENT ON TABLE %s IS '%s'".formatted(CatalogQueries.HISTORY, MARK));
                }
                return MARK;
            });
        }
    }

    static boolean isOn(Session session) {
        return session.client()
                .sql("SELECT coalesce(obj_description(to_regclass(?), 'pg_class') = ?, false)")
                .params(CatalogQueries.HISTORY, MARK)
                .query(Boolean.class)
                .single();
    }
}
