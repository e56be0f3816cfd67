package app.aisha.simulators.openai;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** POST /v1/responses. */
final class Responses implements Endpoint {
    private static final Set<String> KNOWN = Set.of(
            "model",
            "input",
            "instructions",
            "text",
            "max_output_tokens",
            "temperature",
            "top_p",
            "reasoning",
            "stream",
            "store",
            "metadata",
            "user",
            "safety_identifier",
            "prompt_cache_key",
            "service_tier",
            "truncation");

    private final ChatScript script;
    private final InstantSource clock;

    Responses(ChatScript script, InstantSource clock) {
        this.script = script;
        this.clock = clock;
    }

    @Override
    public Reply answer(Request request, CallNotes notes) {
        var body = Json.requireObject(request.body());
        notes.fields(SentPicture.shortened(body));
        var parameters = new Parameters(body);
        var model = TextModel.named(parameters.requireString("model"));
        notes.model(model.name());
        parameters.requireOnly(KNOWN);
        var conversation = Conversation.read(parameters.require("input"), "input")
                .after(body.path("instructions").asString(""));
        parameters.requireTemperature(model);
        new Parameters(parameters.object("reasoning")).requireOneOf("effort", ChatCompletions.EFFORTS);
        boolean stream = parameters.bool("stream");
        var form = form(new Parameters(parameters.object("text")).object("format"), conversation.text());
        var answer = TextAnswer.to(conversation, form, parameters.positive("max_output_tokens"), script);
        var response = response(answer, model);
        return stream ? stream(answer, response) : Reply.json(200, response);
    }

    private static TextAnswer.Form form(ObjectNode format, String conversation) {
        if (format.isEmpty()) {
            return new TextAnswer.Form.Prose();
        }
        return switch (new Parameters(format).requireString("type")) {
            case "text" -> new TextAnswer.Form.Prose();
            case "json_object" -> ChatCompletions.anyObject(conversation, "input");
            case "json_schema" -> new TextAnswer.Form.Schema(StrictSchema.require(format, "text.format"));
            default ->
                throw ApiError.invalid(
                        "Invalid value: '%s'. Supported values are: 'json_object', 'json_schema', and 'text'."
                                .formatted(format.path("type").stringValue()),
                        "text.format.type",
                        "invalid_value");
        };
    }

    private ObjectNode response(TextAnswer answer, TextModel model) {
        boolean complete = answer.finishReason().equals("stop");
        var body = Json.object()
                .put("id", "resp_" + UUID.randomUUID())
                .put("object", "response")
                .put("created_at", clock.instant().getEpochSecond())
                .put("status", complete ? "completed" : "incomplete")
                .put("model", model.name());
        if (complete) {
            body.putNull("incomplete_details");
        } else {
            body.putObject("incomplete_details")
                    .put("reason", answer.finishReason().equals("length") ? "max_output_tokens" : "content_filter");
        }
        var message = body.putArray("output")
                .addObject()
                .put("type", "message")
                .put("id", "msg_" + UUID.randomUUID())
                .put("status", complete ? "completed" : "incomplete")
                .put("role", "assistant");
        message.putArray("content").add(content(answer));
        body.putObject("usage")
                .put("input_tokens", answer.inputTokens())
                .put("output_tokens", answer.outputTokens())
                .put("total_tokens", answer.inputTokens() + answer.outputTokens());
        return body;
    }

    private static ObjectNode content(TextAnswer answer) {
        if (answer.refusal() != null) {
            return Json.object().put("type", "refusal").put("refusal", answer.refusal());
        }
        var content = Json.object().put("type", "output_text").put("text", answer.text());
        content.putArray("annotations");
        return content;
    }

    private static Reply stream(TextAnswer answer, ObjectNode response) {
        var events = new ArrayList<ObjectNode>();
        var started = response.deepCopy().put("status", "in_progress");
        started.putArray("output");
        started.putNull("usage");
        events.add(typed("response.created").set("response", started));
        if (answer.refusal() != null) {
            events.add(typed("response.refusal.done").put("refusal", answer.refusal()));
        } else {
            for (var piece : Reply.Stream.pieces(answer.text())) {
                events.add(typed("response.output_text.delta").put("delta", piece));
            }
            events.add(typed("response.output_text.done").put("text", answer.text()));
        }
        events.add(typed("response." + response.path("status").stringValue()).set("response", response));
        var wire = new ArrayList<Reply.Event>();
        for (var event : events) {
            event.put("sequence_number", wire.size());
            wire.add(new Reply.Event(event.path("type").stringValue(), Json.text(event)));
        }
        return new Reply.Stream(wire);
    }

    private static ObjectNode typed(String type) {
        return Json.object().put("type", type);
    }
}
