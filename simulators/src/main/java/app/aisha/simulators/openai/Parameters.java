package app.aisha.simulators.openai;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The named parameters of a JSON request, checked as the real server checks them. */
final class Parameters {
    private final ObjectNode body;

    Parameters(ObjectNode body) {
        this.body = body;
    }

    void requireOnly(Set<String> known) {
        body.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw ApiError.invalid("Unknown parameter: '%s'.".formatted(name), name, "unknown_parameter");
                });
    }

    String requireString(String name) {
        var value = require(name);
        if (!value.isString()) {
            throw wrongType(name, "a string", value);
        }
        return value.stringValue();
    }

    JsonNode require(String name) {
        var value = body.get(name);
        if (value == null || value.isNull()) {
            throw ApiError.invalid(
                    "Missing required parameter: '%s'.".formatted(name), name, "missing_required_parameter");
        }
        return value;
    }

    /** An object, or an empty one when absent. */
    ObjectNode object(String name) {
        return switch (body.get(name)) {
            case null -> Json.object();
            case ObjectNode object -> object;
            case JsonNode other when other.isNull() -> Json.object();
            case JsonNode other -> throw wrongType(name, "an object", other);
        };
    }

    boolean bool(String name) {
        var value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw wrongType(name, "a boolean", value);
        }
        return value.booleanValue();
    }

    @Nullable
    Integer positive(String name) {
        var value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isInt()) {
            throw wrongType(name, "an integer", value);
        }
        if (value.intValue() < 1) {
            throw ApiError.invalid(
                    "Invalid '%s': integer below minimum value. Expected a value >= 1, but got %d instead."
                            .formatted(name, value.intValue()),
                    name,
                    "integer_below_min_value");
        }
        return value.intValue();
    }

    void requireOneOf(String name, Set<String> values) {
        var value = body.path(name);
        if (!value.isMissingNode() && !value.isNull() && !values.contains(value.asString(""))) {
            throw ApiError.invalid(
                    "Invalid value: '%s'. Supported values are: %s."
                            .formatted(
                                    value.asString(""), values.stream().sorted().toList()),
                    name,
                    "invalid_value");
        }
    }

    /** Reasoning models take the default temperature only. */
    void requireTemperature(TextModel model) {
        var value = body.path("temperature");
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (!value.isNumber()) {
            throw wrongType("temperature", "a decimal", value);
        }
        if (model.reasoning() && value.doubleValue() != 1) {
            throw ApiError.unsupportedValue(
                    "temperature",
                    "Unsupported value: 'temperature' does not support %s with this model. Only the default (1) value is supported."
                            .formatted(value));
        }
        if (value.doubleValue() < 0 || value.doubleValue() > 2) {
            throw ApiError.invalid(
                    "Invalid 'temperature': expected a value between 0 and 2, but got %s instead.".formatted(value),
                    "temperature",
                    "invalid_value");
        }
    }

    static ApiError wrongType(String name, String wanted, JsonNode got) {
        return ApiError.invalid(
                "Invalid type for '%s': expected %s, but got %s instead."
                        .formatted(name, wanted, got.getNodeType().name().toLowerCase(java.util.Locale.ROOT)),
                name,
                "invalid_type");
    }
}
