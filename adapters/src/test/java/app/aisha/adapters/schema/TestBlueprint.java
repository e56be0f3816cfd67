package app.aisha.adapters.schema;

import app.aisha.adapters.postgres.TestDatabase;

/** What the migrations define, found once for all tests of a JVM. */
final class TestBlueprint {

    private static final class Drawn {
        private static final Blueprint BLUEPRINT = drawn();

        private static Blueprint drawn() {
            try {
                return Blueprint.drawnIn(TestDatabase.migrated().dataSource());
            } catch (SchemaTrouble trouble) {
                throw new IllegalStateException(trouble);
            }
        }
    }

    private TestBlueprint() {}

    static Blueprint blueprint() {
        return Drawn.BLUEPRINT;
    }
}
