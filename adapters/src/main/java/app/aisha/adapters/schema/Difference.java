package app.aisha.adapters.schema;

import java.util.List;
import java.util.TreeSet;

/** A place where a schema is not what it should be. */
public sealed interface Difference {

    /** What it is about. */
    SchemaObject.Id id();

    /** Defined by the migrations and not there. */
    record Missing(SchemaObject expected) implements Difference {

        @Override
        public SchemaObject.Id id() {
            return expected.id();
        }
    }

    /** There, and unknown to the migrations. */
    record Extra(SchemaObject actual) implements Difference {

        @Override
        public SchemaObject.Id id() {
            return actual.id();
        }
    }

    /** There, and other than defined. */
    record Different(SchemaObject expected, SchemaObject actual) implements Difference {

        @Override
        public SchemaObject.Id id() {
            return expected.id();
        }

        /** The traits that differ. */
        public List<Trait> traits() {
            var names = new TreeSet<>(expected.traits().keySet());
            names.addAll(actual.traits().keySet());
            return names.stream()
                    .map(name -> new Trait(
                            name,
                            expected.trait(name).orElse("none"),
                            actual.trait(name).orElse("none")))
                    .filter(trait -> !trait.expected().equals(trait.actual()))
                    .toList();
        }
    }

    /** One thing about an object that differs. */
    record Trait(String name, String expected, String actual) {}

    /** One line for people. */
    default String sentence() {
        return switch (this) {
            case Missing(var expected) -> "missing " + expected.id();
            case Extra(var actual) -> "extra " + actual.id();
            case Different different ->
                "different %s: %s"
                        .formatted(
                                id(),
                                String.join(
                                        "; ",
                                        different.traits().stream()
                                                .map(trait -> "%s is %s, should be %s"
                                                        .formatted(trait.name(), trait.actual(), trait.expected()))
                                                .toList()));
        };
    }
}
