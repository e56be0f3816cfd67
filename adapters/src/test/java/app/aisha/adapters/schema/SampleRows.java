package app.aisha.adapters.schema;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes one row into each table of a schema, whatever its version: the values that a column needs are made from its type, or
 * taken from a list where a constraint wants another one.
 */
final class SampleRows {

    private static final String ID = "'00000000-0000-7000-8000-000000000001'";

    /** As SQL, by column; one that a version lacks is passed over. */
    private static final Map<String, String> WANTED = Map.ofEntries(
            Map.entry("users.language", "'RU'"),
            Map.entry("users.zone", "'UTC'"),
            Map.entry("user_transcripts.status", "'working'"),
            Map.entry("user_transcripts.original_key", "'key'"),
            Map.entry("user_transcripts.container", "'ogg'"),
            Map.entry("user_transcripts.length_millis", "1000"),
            Map.entry("user_transcripts.title", "'Notes'"),
            Map.entry("user_transcripts.wording", "'Spoken words'"),
            Map.entry("user_transcripts.started_at", "now()"),
            Map.entry("transcript_pieces.end_millis", "1000"),
            Map.entry("transcript_pieces.wording", "'Spoken words'"),
            Map.entry("transcript_pieces.passages", "'[]'"),
            Map.entry("transcript_search.part", "7"),
            Map.entry("promo_codes.code", "'ABC'"),
            Map.entry("star_orders.payment_id", ID),
            Map.entry("audit_log.operator", "'somebody'"),
            Map.entry("erasures.chat_id", "7"),
            Map.entry("erasures.language", "'RU'"),
            Map.entry("erasure_traces.service", "'PAINTER'"),
            Map.entry("erasure_traces.fate", "'OPEN'"),
            Map.entry("picture_orders.avatar_id", ID),
            Map.entry("picture_orders.wish", "'words'"),
            Map.entry("picture_orders.wish_text", "'a fox'"),
            Map.entry("picture_orders.wordings", "'[]'"),
            Map.entry("picture_orders.wished_at", "now()"),
            Map.entry("pictures.avatar_id", ID));

    /** Entries add up to zero, come in one statement and change the wallet, which the transaction has foreseen. */
    private static final String ENTRIES = """
        INSERT INTO ledger_entries (transaction_id, account, wallet_id, amount) VALUES (%1$s, 'user', %1$s, 1), (%1$s, 'gift', %1$s, -1)
        """.formatted(ID);

    private final Snapshot schema;
    private final Map<String, List<SchemaObject>> columns = new TreeMap<>();

    SampleRows(Snapshot schema) {
        this.schema = schema;
        schema.of(Kind.COLUMN)
                .filter(column -> !column.id().table().equals(CatalogQueries.HISTORY))
                .forEach(column -> columns.computeIfAbsent(column.id().table(), _ -> new ArrayList<>())
                        .add(column));
    }

    /** In one transaction. */
    void writeInto(Session session) throws SQLException {
        session.connection().setAutoCommit(false);
        for (var table : parentsFirst()) {
            session.order(table.equals("ledger_entries") ? ENTRIES : row(table));
        }
        session.connection().commit();
        session.connection().setAutoCommit(true);
    }

    /** How many rows there are, by table. */
    static Map<String, Long> count(Session session, Iterable<String> tables) {
        var counts = new LinkedHashMap<String, Long>();
        for (var table : tables) {
            counts.put(table, Long.valueOf(session.one("SELECT count(*) FROM " + table)));
        }
        return counts;
    }

    Iterable<String> tables() {
        return columns.keySet();
    }

    private String row(String table) {
        var values = new LinkedHashMap<String, String>();
        for (var column : columns.getOrDefault(table, List.of())) {
            value(column).ifPresent(value -> values.put(column.id().name(), value));
        }
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(table, String.join(", ", values.keySet()), String.join(", ", values.values()));
    }

    private Optional<String> value(SchemaObject column) {
        return Optional.ofNullable(WANTED.get(column.id().path()))
                .or(() -> Optional.of(column).filter(SampleRows::isNeeded).map(this::made));
    }

    private static boolean isNeeded(SchemaObject column) {
        return column.needed("nullable").equals("no")
                && column.traits().keySet().stream().noneMatch(trait -> trait.matches("default|identity|generated"));
    }

    private String made(SchemaObject column) {
        var type = column.needed("type");
        return schema.find(new SchemaObject.Id(Kind.TYPE, "", type))
                .map(labels -> labels.needed("labels").replaceAll(",.*", ""))
                .orElseGet(() -> plain(type));
    }

    private static String plain(String type) {
        return switch (type.replaceAll("\\(.*", "")) {
            case "uuid" -> ID;
            case "boolean" -> "false";
            case "jsonb", "json" -> "'{}'";
            case "bytea" -> "'\\x01'";
            case "timestamp with time zone" -> "now()";
            case "smallint", "integer", "bigint", "numeric", "double precision" -> "1";
            case "text[]" -> "'{x}'";
            default -> "'x'";
        };
    }

    private List<String> parentsFirst() {
        var waiting = new TreeSet<>(columns.keySet());
        var ordered = new ArrayList<String>();
        while (!waiting.isEmpty()) {
            var next = waiting.stream()
                    .filter(table -> parents(table).stream().noneMatch(waiting::contains))
                    .toList();
            ordered.addAll(next);
            next.forEach(waiting::remove);
        }
        return ordered;
    }

    private List<String> parents(String table) {
        return schema.of(Kind.CONSTRAINT)
                .filter(constraint -> constraint.id().table().equals(table))
                .map(constraint -> constraint.needed("definition"))
                .filter(definition -> definition.startsWith("FOREIGN KEY"))
                .map(definition -> definition.replaceAll(".* REFERENCES (\\w+)\\(.*", "$1"))
                .filter(parent -> !parent.equals(table))
                .collect(Collectors.toList());
    }
}
