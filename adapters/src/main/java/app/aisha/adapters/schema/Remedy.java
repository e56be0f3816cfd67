package app.aisha.adapters.schema;

import java.util.List;

/** A step that brings a database nearer to what the migrations define. */
public sealed interface Remedy {

    /** Forgets that a migration failed, so that it can run again. */
    record Forget(String migration) implements Remedy {}

    /** Makes or changes one object. */
    record Mend(Difference difference, List<String> statements) implements Remedy {

        public Mend {
            statements = List.copyOf(statements);
        }
    }

    /** Enters a migration into the history without running it, since all that it makes is there or made. */
    record Stamp(String migration) implements Remedy {}

    /** Runs a migration. */
    record Run(String migration) implements Remedy {}

    /** What would be done or was done. */
    default List<String> lines() {
        return switch (this) {
            case Forget(var migration) -> List.of("forget the failure of " + migration);
            case Mend(Difference.Missing(var expected), var statements)
            when expected.id().kind() == Kind.COLUMN ->
                with("make %s; what was in it stays lost".formatted(expected.id()), statements);
            case Mend(Difference.Missing(var expected), var statements) -> with("make " + expected.id(), statements);
            case Mend(var difference, var statements) -> with("change " + difference.id(), statements);
            case Stamp(var migration) -> List.of("enter into the history " + migration);
            case Run(var migration) -> List.of("run " + migration);
        };
    }

    private static List<String> with(String heading, List<String> statements) {
        return List.of(
                heading,
                "  " + String.join("; ", statements).replaceAll("\\s+", " ").strip());
    }
}
