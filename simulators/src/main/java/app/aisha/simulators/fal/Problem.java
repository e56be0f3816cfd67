package app.aisha.simulators.fal;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * One entry of the {@code detail} array of a refused input.
 *
 * @param location the path below {@code body}, names and indexes; not below body when it starts with {@code query}
 * @param context what {@code ctx} says; left out when empty
 */
record Problem(List<Object> location, String message, String type, ObjectNode context) {
    Problem {
        location = List.copyOf(location);
    }

    static Problem of(String field, String message, String type) {
        return new Problem(List.of("body", field), message, type, Json.object());
    }

    static Problem at(List<Object> location, String message, String type) {
        return new Problem(location, message, type, Json.object());
    }

    static ObjectNode body(List<Problem> problems) {
        var body = Json.object();
        var detail = body.putArray("detail");
        problems.forEach(problem -> detail.add(problem.json()));
        return body;
    }

    private ObjectNode json() {
        var json = Json.object();
        var loc = json.putArray("loc");
        for (var step : location) {
            if (step instanceof Integer index) {
                loc.add(index);
            } else {
                loc.add(step.toString());
            }
        }
        json.put("msg", message).put("type", type).put("url", "https://docs.fal.ai/errors#" + type);
        if (!context.isEmpty()) {
            json.set("ctx", context);
        }
        return json;
    }
}
