package app.aisha.simulators.telegram;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a method returns when all is well; a few explain themselves besides. */
record Answer(JsonNode result, @Nullable String description) {

    static final Answer TRUE = new Answer(JsonNodeFactory.instance.booleanNode(true), null);

    static Answer of(JsonNode result) {
        return new Answer(result, null);
    }

    ObjectNode toJson() {
        var json = Json.object().put("ok", true);
        json.set("result", result);
        return description == null ? json : json.put("description", description);
    }
}
