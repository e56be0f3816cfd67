package app.aisha.simulators.openai;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** GET /v1/models and /v1/models/{id}. */
final class Models implements Endpoint {
    private static final String PREFIX = "/v1/models/";
    private static final long CREATED = 1_786_000_000L;

    @Override
    public Reply answer(Request request, CallNotes notes) {
        if (!request.method().equals("GET")) {
            throw new ApiError(
                    405,
                    "Not allowed to %s on /v1/models.".formatted(request.method()),
                    "invalid_request_error",
                    null,
                    "method_not_supported");
        }
        if (request.path().startsWith(PREFIX)) {
            var name = request.path().substring(PREFIX.length());
            notes.model(name);
            if (!names().contains(name)) {
                throw ApiError.modelNotFound(name);
            }
            return Reply.json(200, model(name));
        }
        var body = Json.object().put("object", "list");
        var data = body.putArray("data");
        names().forEach(name -> data.add(model(name)));
        return Reply.json(200, body);
    }

    private static List<String> names() {
        return Stream.concat(
                        Stream.of(TranscriptionModel.values()).flatMap(model -> model.names().stream()),
                        TextModel.names().stream())
                .toList();
    }

    private static ObjectNode model(String name) {
        return Json.object()
                .put("id", name)
                .put("object", "model")
                .put("created", CREATED)
                .put("owned_by", "simulator");
    }
}
