package app.aisha.adapters.schema;

import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One object as the catalog tells it.
 *
 * @param ordinal its place among those of its kind when they are made
 * @param traits what has to be equal, by name: the type of a column, the definition of an index
 */
public record SchemaObject(Id id, long ordinal, SortedMap<String, String> traits) {

    public SchemaObject {
        traits = Collections.unmodifiableSortedMap(new TreeMap<>(traits));
    }

    /**
     * What an object is called.
     *
     * @param table the table it belongs to; blank where it stands alone
     */
    public record Id(Kind kind, String table, String name) implements Comparable<Id> {

        private static final Comparator<Id> ORDER =
                Comparator.comparing(Id::kind).thenComparing(Id::table).thenComparing(Id::name);

        /** With the table. */
        public String path() {
            return table.isEmpty() ? name : table + "." + name;
        }

        @Override
        public int compareTo(Id other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return kind.word() + " " + path();
        }
    }

    Optional<String> trait(String name) {
        return Optional.ofNullable(traits.get(name));
    }

    /** Of an object that cannot lack it. */
    String needed(String trait) {
        return trait(trait).orElseThrow(() -> new IllegalStateException("%s lacks its %s".formatted(id, trait)));
    }

    boolean isLike(SchemaObject other) {
        return traits.equals(other.traits);
    }
}
