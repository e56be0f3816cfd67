package app.aisha.adapters.schema;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.embedded.TestPostgres;
import app.aisha.adapters.postgres.TestDatabase;
import app.aisha.adapters.postgres.generated.DefaultSchema;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.EnumType;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every label of every enum goes into a column of its type and comes back as the same value of the program. */
class EnumRoundTripTest {

    private static final TestPostgres.Database DATABASE = TestDatabase.migrated();

    static List<Class<?>> enums() {
        return DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .flatMap(table -> Arrays.stream(table.fields()))
                .<Class<?>>map(field -> field.getType())
                .filter(EnumType.class::isAssignableFrom)
                .distinct()
                .toList();
    }

    private static List<EnumType> values(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(EnumType.class::cast).toList();
    }

    @Test
    void theProgramKnowsTheTypesOfTheDatabaseAndNoOther() {
        assertThat(enums().stream().map(type -> values(type).getFirst().getName()))
                .containsExactlyInAnyOrderElementsOf(TestBlueprint.blueprint()
                        .newest()
                        .of(Kind.TYPE)
                        .map(type -> type.id().name())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("enums")
    void theLabelsAreTheSameInTheSameOrder(Class<?> type) {
        var name = String.valueOf(values(type).getFirst().getName());
        var labels = TestBlueprint.blueprint()
                .newest()
                .find(new SchemaObject.Id(Kind.TYPE, "", name))
                .orElseThrow()
                .needed("labels");

        assertThat(values(type).stream()
                        .map(value -> "'" + value.getLiteral() + "'")
                        .collect(Collectors.joining(", ")))
                .isEqualTo(labels);
    }

    @ParameterizedTest
    @MethodSource("enums")
    void everyValueComesBack(Class<? extends EnumType> type) throws SQLException {
        assertThat(afterATrip(type)).isEqualTo(values(type));
    }

    private static <E extends EnumType> List<E> afterATrip(Class<E> type) throws SQLException {
        try (var connection = DATABASE.dataSource().getConnection()) {
            var dsl = DSL.using(connection, SQLDialect.POSTGRES);
            var place = DSL.field("place", Integer.class);
            var value = DSL.field("value", SQLDataType.VARCHAR.asEnumDataType(type));
            dsl.execute("CREATE TEMPORARY TABLE trip (place serial, value %s)"
                    .formatted(values(type).getFirst().getName()));
            for (var each : values(type)) {
                dsl.insertInto(DSL.table("trip"), value).values(type.cast(each)).execute();
            }
            return dsl.select(value).from("trip").orderBy(place).fetch(value);
        }
    }
}
