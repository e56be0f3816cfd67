package app.aisha.adapters.schema;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a check found.
 *
 * @param schema the one that was looked at
 * @param objects how many objects it should have
 */
public record Drift(String schema, int objects, List<Difference> differences) {

    public Drift {
        differences = List.copyOf(differences);
    }

    static Drift between(Snapshot expected, Snapshot actual, String schema) {
        return new Drift(
                schema,
                expected.objects().size(),
                told(expected.against(actual)).toList());
    }

    /** A table that is missing or extra stands for all that belongs to it. */
    static Stream<Difference> told(List<Difference> all) {
        var tables = all.stream()
                .filter(difference -> !(difference instanceof Difference.Different))
                .map(Difference::id)
                .filter(id -> id.kind() == Kind.TABLE)
                .map(SchemaObject.Id::name)
                .toList();
        return all.stream()
                .filter(difference -> !tables.contains(difference.id().table()));
    }

    public boolean isNone() {
        return differences.isEmpty();
    }
}
