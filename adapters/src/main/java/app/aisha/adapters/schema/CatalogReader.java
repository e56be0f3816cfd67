package app.aisha.adapters.schema;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Reads the objects of the current schema of a session. */
final class CatalogReader {

    private static final Set<String> NAMES = Set.of("table", "name", "ordinal");

    private final Session session;

    CatalogReader(Session session) {
        this.session = session;
    }

    Snapshot read() {
        var objects = new ArrayList<>(readWithoutHistory().objects());
        if (hasHistory()) {
            objects.addAll(read(Kind.MIGRATION, CatalogQueries.MIGRATIONS));
        }
        return new Snapshot(objects);
    }

    Snapshot readWithoutHistory() {
        var objects = new ArrayList<SchemaObject>();
        CatalogQueries.ALL.forEach((kind, query) -> objects.addAll(read(kind, query)));
        return new Snapshot(objects);
    }

    boolean hasHistory() {
        return session.client()
                .sql("SELECT to_regclass(?) IS NOT NULL")
                .param(CatalogQueries.HISTORY)
                .query(Boolean.class)
                .single();
    }

    private List<SchemaObject> read(Kind kind, String query) {
        return session.client().sql(query).query((row, _) -> object(kind, row)).list();
    }

    private static SchemaObject object(Kind kind, ResultSet row) throws SQLException {
        var traits = new TreeMap<String, String>();
        var labels = row.getMetaData();
        for (var column = 1; column <= labels.getColumnCount(); column++) {
            var label = labels.getColumnLabel(column);
            var value = row.getString(column);
            if (!NAMES.contains(label) && value != null) {
                traits.put(label, value);
            }
        }
        var id = new SchemaObject.Id(kind, row.getString("table"), row.getString("name"));
        return new SchemaObject(id, row.getLong("ordinal"), traits);
    }
}
