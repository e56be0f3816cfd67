package app.aisha.simulators.openai;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The rules of structured outputs: which JSON schemas the server takes, and the smallest value of a schema. */
final class StrictSchema {
    private static final int DEEPEST = 10;

    private final JsonNode root;
    private final String param;

    private StrictSchema(JsonNode root, String param) {
        this.root = root;
        this.param = param;
    }

    /**
     * Checks a format of type json_schema.
     *
     * @param format the object with name, schema and strict
     * @return the schema
     */
    static JsonNode require(ObjectNode format, String param) {
        var name = new Parameters(format).requireString("name");
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw ApiError.invalid(
                    "Invalid '%s.name': string does not match pattern. Expected a string that matches the pattern '^[a-zA-Z0-9_-]+$'."
                            .formatted(param),
                    param + ".name",
                    "invalid_value");
        }
        var schema = new Parameters(format).require("schema");
        if (format.path("strict").asBoolean(false)) {
            var check = new StrictSchema(schema, param + ".schema");
            if (!schema.path("type").asString("").equals("object")) {
                throw check.refuse("()", "schema must be a JSON Schema of 'type: \"object\"'");
            }
            check.check(schema, "()", 0);
        }
        return schema;
    }

    private void check(JsonNode schema, String context, int depth) {
        if (depth > DEEPEST) {
            throw refuse(context, "nesting is deeper than %d levels".formatted(DEEPEST));
        }
        if (schema.has("$ref")) {
            resolve(schema, context);
            return;
        }
        if (schema.has("anyOf")) {
            schema.path("anyOf").forEach(one -> check(one, context + ", 'anyOf'", depth + 1));
            return;
        }
        if (!schema.has("type") && !schema.has("enum") && !schema.has("const")) {
            throw refuse(context, "schema must have a 'type' key");
        }
        if (is(schema, "object")) {
            checkObject(schema, context);
            schema.path("properties")
                    .forEachEntry((name, child) -> check(child, context + ", 'properties', '" + name + "'", depth + 1));
        }
        if (is(schema, "array")) {
            if (!schema.has("items")) {
                throw refuse(context, "array schema missing items");
            }
            check(schema.path("items"), context + ", 'items'", depth + 1);
        }
        if (depth == 0) {
            schema.path("$defs").forEachEntry((name, child) -> check(child, context + ", '$defs', '" + name + "'", 1));
        }
    }

    private void checkObject(JsonNode schema, String context) {
        if (!schema.path("additionalProperties").isBoolean()
                || schema.path("additionalProperties").booleanValue()) {
            throw refuse(context, "'additionalProperties' is required to be supplied and to be false");
        }
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asString("")));
        for (var name : schema.path("properties").propertyNames()) {
            if (!required.remove(name)) {
                throw refuse(
                        context,
                        "'required' is required to be supplied and to be an array including every key in properties."
                                + " Missing '%s'".formatted(name));
            }
        }
        if (!required.isEmpty()) {
            throw refuse(
                    context,
                    "Extra required key '%s' supplied"
                            .formatted(required.iterator().next()));
        }
    }

    private JsonNode resolve(JsonNode schema, String context) {
        var ref = schema.path("$ref").asString("");
        var target = ref.equals("#") ? root : ref.startsWith("#/") ? root.at(ref.substring(1)) : root.path("");
        if (target.isMissingNode()) {
            throw refuse(context, "reference '%s' cannot be resolved".formatted(ref));
        }
        return target;
    }

    private ApiError refuse(String context, String why) {
        return ApiError.invalid(
                "Invalid schema for response_format: In context=%s, %s.".formatted(context, why),
                param,
                "invalid_json_schema");
    }

    /** The smallest value the schema allows; its texts say that they are simulated. */
    static JsonNode sample(JsonNode schema) {
        return new StrictSchema(schema, "schema").sample(schema, "answer", 0);
    }

    private JsonNode sample(JsonNode schema, String name, int depth) {
        var nothing = Json.object().nullNode();
        if (depth > 2 * DEEPEST) {
            return nothing;
        }
        if (schema.has("$ref")) {
            return sample(resolve(schema, "()"), name, depth + 1);
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.path("enum").isArray()) {
            return schema.path("enum").path(0);
        }
        if (schema.has("anyOf")) {
            return sample(schema.path("anyOf").path(0), name, depth + 1);
        }
        if (is(schema, "object")) {
            var object = Json.object();
            schema.path("properties").forEachEntry((key, child) -> object.set(key, sample(child, key, depth + 1)));
            return object;
        }
        if (is(schema, "array")) {
            var array = Json.array();
            for (int i = 0; i < schema.path("minItems").asInt(0); i++) {
                array.add(sample(schema.path("items"), name, depth + 1));
            }
            return array;
        }
        return scalar(schema, name, nothing);
    }

    private static JsonNode scalar(JsonNode schema, String name, JsonNode nothing) {
        var object = Json.object();
        if (is(schema, "string")) {
            return object.stringNode("[simulated] " + name);
        }
        if (is(schema, "integer") || is(schema, "number")) {
            return object.numberNode(schema.path("minimum").asInt(0));
        }
        return is(schema, "boolean") ? object.booleanNode(false) : nothing;
    }

    /** Whether the type, or one of the types, is this one. */
    static boolean is(JsonNode schema, String type) {
        var declared = schema.path("type");
        if (declared.isArray()) {
            for (var one : declared) {
                if (one.asString("").equals(type)) {
                    return true;
                }
            }
            return false;
        }
        return declared.asString("").equals(type);
    }
}
