package app.aisha.simulators.fal;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field of a model's input and its rules.
 *
 * @param least smallest number allowed
 * @param most largest number allowed
 * @param options the only texts allowed; any when empty
 */
record Field(String name, Kind kind, boolean required, double least, double most, List<String> options) {

    enum Kind {
        TEXT("string_type", "Input should be a valid string"),
        WHOLE("int_type", "Input should be a valid integer"),
        NUMBER("float_type", "Input should be a valid number"),
        FLAG("bool_type", "Input should be a valid boolean"),
        LIST("list_type", "Input should be a valid list");

        private final String type;
        private final String message;

        Kind(String type, String message) {
            this.type = type;
            this.message = message;
        }

        private boolean fits(JsonNode value) {
            return switch (this) {
                case TEXT -> value.isString();
                case WHOLE -> value.isIntegralNumber();
                case NUMBER -> value.isNumber();
                case FLAG -> value.isBoolean();
                case LIST -> value.isArray();
            };
        }
    }

    static Field text(String name) {
        return new Field(name, Kind.TEXT, false, 0, 0, List.of());
    }

    static Field needed(String name) {
        return new Field(name, Kind.TEXT, true, 0, 0, List.of());
    }

    static Field list(String name, boolean required) {
        return new Field(name, Kind.LIST, required, 0, 0, List.of());
    }

    static Field option(String name, String... options) {
        return new Field(name, Kind.TEXT, false, 0, 0, List.of(options));
    }

    static Field whole(String name, double least, double most) {
        return new Field(name, Kind.WHOLE, false, least, most, List.of());
    }

    static Field number(String name, double least, double most) {
        return new Field(name, Kind.NUMBER, false, least, most, List.of());
    }

    static Field flag(String name) {
        return new Field(name, Kind.FLAG, false, 0, 0, List.of());
    }

    /** @throws ModelFailure naming everything that breaks a rule */
    static void check(List<Field> fields, ObjectNode input) throws ModelFailure {
        var problems = fields.stream()
                .flatMap(field -> field.problemIn(input).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new ModelFailure(problems);
        }
    }

    private Optional<Problem> problemIn(ObjectNode input) {
        var value = input.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return required ? Optional.of(Problem.of(name, "Field required", "missing")) : Optional.empty();
        }
        if (!kind.fits(value)) {
            return Optional.of(Problem.of(name, kind.message, kind.type));
        }
        if (kind == Kind.TEXT) {
            return options.isEmpty() || options.contains(value.stringValue())
                    ? Optional.empty()
                    : Optional.of(notAnOption());
        }
        return kind == Kind.WHOLE || kind == Kind.NUMBER ? outOfRange(value.doubleValue()) : Optional.empty();
    }

    private Problem notAnOption() {
        var context = Json.object();
        var expected = context.putArray("expected");
        options.forEach(expected::add);
        return new Problem(
                List.of("body", name), "Input should be one of: " + String.join(", ", options), "one_of", context);
    }

    private Optional<Problem> outOfRange(double value) {
        if (value < least) {
            return Optional.of(new Problem(
                    List.of("body", name),
                    "Input should be greater than or equal to " + least,
                    "greater_than_equal",
                    Json.object().put("ge", least)));
        }
        return value > most
                ? Optional.of(new Problem(
                        List.of("body", name),
                        "Input should be less than or equal to " + most,
                        "less_than_equal",
                        Json.object().put("le", most)))
                : Optional.empty();
    }
}
