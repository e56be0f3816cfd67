package app.aisha.adapters.schema;

import app.aisha.adapters.schema.Difference.Different;
import app.aisha.adapters.schema.Difference.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements that make an object or change it into what it should be; none where that could lose something. */
final class Ddl {

    private static final Set<String> HARMLESS = Set.of("default", "nullable");

    private Ddl() {}

    static List<String> toMend(Difference difference) {
        return switch (difference) {
            case Difference.Missing(var expected) -> toMake(expected);
            case Different different -> toChange(different);
            case Difference.Extra _ -> List.of();
        };
    }

    private static List<String> toMake(SchemaObject object) {
        var name = quoted(object.id().name());
        return switch (object.id().kind()) {
            case EXTENSION -> List.of("CREATE EXTENSION IF NOT EXISTS " + name);
            case TYPE ->
                object.trait("labels").map(labels -> "CREATE TYPE %s AS ENUM (%s)".formatted(name, labels)).stream()
                        .toList();
            case SEQUENCE -> List.of("CREATE SEQUENCE %s %s".formatted(name, object.needed("definition")));
            case TABLE -> table(object, name);
            case COLUMN -> List.of("ALTER TABLE %s ADD COLUMN %s".formatted(tableOf(object), column(object, name)));
            case VIEW ->
                List.of("CREATE %s %s AS %s".formatted(object.needed("form"), name, object.needed("definition")));
            case FUNCTION, INDEX, RULE -> List.of(object.needed("definition"));
            case CONSTRAINT ->
                List.of("ALTER TABLE %s ADD CONSTRAINT %s %s"
                        .formatted(tableOf(object), name, object.needed("definition")));
            case TRIGGER -> trigger(object, name);
            case POLICY, MIGRATION -> List.of();
        };
    }

    private static List<String> table(SchemaObject object, String name) {
        var ordinary = object.needed("form").equals("plain")
                && object.needed("storage").equals("logged")
                && object.needed("row_security").equals("off");
        return ordinary ? List.of("CREATE TABLE %s ()".formatted(name)) : List.of();
    }

    private static String column(SchemaObject object, String name) {
        var words = new ArrayList<>(List.of(name, object.needed("type")));
        object.trait("collation").ifPresent(collation -> words.add("COLLATE " + collation));
        object.trait("default").ifPresent(value -> words.add("DEFAULT " + value));
        object.trait("generated").ifPresent(value -> words.add("GENERATED " + value));
        object.trait("identity").ifPresent(value -> words.add("GENERATED " + value));
        if (object.needed("nullable").equals("no")) {
            words.add("NOT NULL");
        }
        return String.join(" ", words);
    }

    private static List<String> trigger(SchemaObject object, String name) {
        var made = object.needed("definition");
        var state = object.needed("state");
        return state.equals("ENABLE")
                ? List.of(made)
                : List.of(made, "ALTER TABLE %s %s TRIGGER %s".formatted(tableOf(object), state, name));
    }

    private static List<String> toChange(Different different) {
        var expected = different.expected();
        var name = quoted(expected.id().name());
        return switch (expected.id().kind()) {
            case TYPE -> labels(different);
            case COLUMN -> column(different);
            case FUNCTION -> toMake(expected);
            case INDEX -> List.of("DROP INDEX " + name, expected.needed("definition"));
            case CONSTRAINT ->
                List.of("ALTER TABLE %s DROP CONSTRAINT %s, ADD CONSTRAINT %s %s"
                        .formatted(tableOf(expected), name, name, expected.needed("definition")));
            case TRIGGER -> after("DROP TRIGGER %s ON %s".formatted(name, tableOf(expected)), expected);
            case RULE -> after("DROP RULE %s ON %s".formatted(name, tableOf(expected)), expected);
            case VIEW -> after("DROP %s %s".formatted(different.actual().needed("form"), name), expected);
            case EXTENSION, SEQUENCE, TABLE, POLICY, MIGRATION -> List.of();
        };
    }

    private static List<String> after(String first, SchemaObject object) {
        var statements = new ArrayList<>(List.of(first));
        statements.addAll(toMake(object));
        return statements;
    }

    private static List<String> column(Different different) {
        var names = different.traits().stream().map(Trait::name).collect(Collectors.toSet());
        if (!HARMLESS.containsAll(names)) {
            return List.of();
        }
        var expected = different.expected();
        var change = "ALTER TABLE %s ALTER COLUMN %s "
                .formatted(tableOf(expected), quoted(expected.id().name()));
        var statements = new ArrayList<String>();
        if (names.contains("default")) {
            statements.add(change
                    + expected.trait("default").map("SET DEFAULT "::concat).orElse("DROP DEFAULT"));
        }
        if (names.contains("nullable")) {
            statements.add(change + (expected.needed("nullable").equals("no") ? "SET NOT NULL" : "DROP NOT NULL"));
        }
        return statements;
    }

    /** New ones go where they belong; none is taken away, since rows may have it. */
    private static List<String> labels(Different different) {
        var expected = split(different.expected());
        var actual = split(different.actual());
        var shared = expected.stream().filter(actual::contains).toList();
        if (actual.isEmpty() || !shared.equals(actual)) {
            return List.of();
        }
        var statements = new ArrayList<String>();
        for (var place = 0; place < expected.size(); place++) {
            if (!actual.contains(expected.get(place))) {
                var position = place == 0 ? "BEFORE " + actual.getFirst() : "AFTER " + expected.get(place - 1);
                statements.add("ALTER TYPE %s ADD VALUE IF NOT EXISTS %s %s"
                        .formatted(quoted(different.id().name()), expected.get(place), position));
            }
        }
        return statements;
    }

    private static List<String> split(SchemaObject type) {
        return List.of(type.trait("labels").orElse("").split("(?<='), (?=')", -1));
    }

    private static String tableOf(SchemaObject object) {
        return quoted(object.id().table());
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
