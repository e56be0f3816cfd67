package app.aisha.adapters.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All objects of a schema at one moment. */
public final class Snapshot {

    static final Snapshot EMPTY = new Snapshot(List.of());

    private final SortedMap<SchemaObject.Id, SchemaObject> objects;

    Snapshot(Collection<SchemaObject> objects) {
        var sorted = new TreeMap<SchemaObject.Id, SchemaObject>();
        objects.forEach(object -> sorted.put(object.id(), object));
        this.objects = Collections.unmodifiableSortedMap(sorted);
    }

    public Collection<SchemaObject> objects() {
        return objects.values();
    }

    public Stream<SchemaObject> of(Kind kind) {
        return objects.values().stream().filter(object -> object.id().kind() == kind);
    }

    public Optional<SchemaObject> find(SchemaObject.Id id) {
        return Optional.ofNullable(objects.get(id));
    }

    /**
     * Where the other is not like this one, object by object. Extensions that the migrations do not ask for are the
     * operator's and no difference.
     */
    List<Difference> against(Snapshot actual) {
        var found = new ArrayList<Difference>();
        objects.forEach((id, expected) -> {
            var there = actual.find(id);
            if (there.isEmpty()) {
                found.add(new Difference.Missing(expected));
            } else if (!expected.isLike(there.get())) {
                found.add(new Difference.Different(expected, there.get()));
            }
        });
        actual.objects.forEach((id, there) -> {
            if (!objects.containsKey(id) && id.kind() != Kind.EXTENSION) {
                found.add(new Difference.Extra(there));
            }
        });
        return List.copyOf(found);
    }
}
