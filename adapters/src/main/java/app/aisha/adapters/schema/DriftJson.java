package app.aisha.adapters.schema;

import app.aisha.adapters.schema.Difference.Different;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a check found, for machines. */
public final class DriftJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private DriftJson() {}

    /**
     * One line: {@code schema}, {@code objects}, {@code clean} and {@code drift}, a list in which each has {@code change}
     * (missing, extra, different), {@code kind}, {@code table} (where there is one), {@code name}, and {@code traits}, each with
     * {@code expected} and {@code actual}.
     */
    public static String of(Drift drift) {
        var root = JSON.createObjectNode()
                .put("schema", drift.schema())
                .put("objects", drift.objects())
                .put("clean", drift.isNone());
        var list = root.putArray("drift");
        drift.differences().forEach(difference -> list.add(one(difference)));
        return JSON.writeValueAsString(root);
    }

    private static ObjectNode one(Difference difference) {
        var id = difference.id();
        var node = JSON.createObjectNode()
                .put("change", change(difference))
                .put("kind", id.kind().word());
        Optional.of(id.table()).filter(table -> !table.isEmpty()).ifPresent(table -> node.put("table", table));
        node.put("name", id.name());
        if (difference instanceof Different different) {
            var traits = node.putObject("traits");
            different
                    .traits()
                    .forEach(trait -> traits.putObject(trait.name())
                            .put("expected", trait.expected())
                            .put("actual", trait.actual()));
        }
        return node;
    }

    private static String change(Difference difference) {
        return switch (difference) {
            case Difference.Missing _ -> "missing";
            case Difference.Extra _ -> "extra";
            case Different _ -> "different";
        };
    }
}
