package app.aisha.simulators.openai;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** POST /v1/chat/completions. */
final class ChatCompletions implements Endpoint {
    private static final Set<String> KNOWN = Set.of(
            "model",
            "messages",
            "response_format",
            "max_completion_tokens",
            "max_tokens",
            "temperature",
            "top_p",
            "reasoning_effort",
            "verbosity",
            "stream",
            "stream_options",
            "store",
            "metadata",
            "user",
            "safety_identifier",
            "prompt_cache_key",
            "service_tier",
            "seed",
            "n",
            "stop");
    static final Set<String> EFFORTS = Set.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

    private final ChatScript script;
    private final ChatHabits habits;
    private final Personas personas;
    private final InstantSource clock;

    ChatCompletions(ChatScript script, ChatHabits habits, Personas personas, InstantSource clock) {
        this.script = script;
        this.habits = habits;
        this.personas = personas;
        this.clock = clock;
    }

    @Override
    public Reply answer(Request request, CallNotes notes) {
        var body = Json.requireObject(request.body());
        notes.fields(SentPicture.shortened(body));
        var parameters = new Parameters(body);
        var name = parameters.requireString("model");
        var model = personas.now() == Persona.OPENAI ? TextModel.named(name) : TextModel.any(name);
        notes.model(model.name());
        parameters.requireOnly(KNOWN);
        var conversation = Conversation.read(requireList(parameters), "messages");
        parameters.requireTemperature(model);
        parameters.requireOneOf("reasoning_effort", EFFORTS);
        boolean stream = parameters.bool("stream");
        var options = parameters.object("stream_options");
        if (!stream && !options.isEmpty()) {
            throw ApiError.invalid(
                    "The 'stream_options' parameter is only allowed when 'stream' is enabled.", "stream_options", null);
        }
        habits.check(body, conversation);
        var form = form(parameters.object("response_format"), conversation.text());
        var answer = habits.changed(TextAnswer.to(conversation, form, limit(parameters, model), script));
        return stream
                ? stream(answer, model, new Parameters(options).bool("include_usage"))
                : Reply.json(200, whole(answer, model));
    }

    private static tools.jackson.databind.JsonNode requireList(Parameters parameters) {
        var messages = parameters.require("messages");
        if (!messages.isArray()) {
            throw Parameters.wrongType("messages", "an array of objects", messages);
        }
        return messages;
    }

    private static @Nullable Integer limit(Parameters parameters, TextModel model) {
        var old = parameters.positive("max_tokens");
        if (old != null && model.reasoning()) {
            throw ApiError.invalid(
                    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens'"
                            + " instead.",
                    "max_tokens",
                    "unsupported_parameter");
        }
        var limit = parameters.positive("max_completion_tokens");
        return limit == null ? old : limit;
    }

    private static TextAnswer.Form form(ObjectNode format, String conversation) {
        if (format.isEmpty()) {
            return new TextAnswer.Form.Prose();
        }
        var parameters = new Parameters(format);
        return switch (parameters.requireString("type")) {
            case "text" -> new TextAnswer.Form.Prose();
            case "json_object" -> anyObject(conversation, "messages");
            case "json_schema" ->
                new TextAnswer.Form.Schema(
                        StrictSchema.require(parameters.object("json_schema"), "response_format.json_schema"));
            default ->
                throw ApiError.invalid(
                        "Invalid value: '%s'. Supported values are: 'json_object', 'json_schema', and 'text'."
                                .formatted(parameters.requireString("type")),
                        "response_format.type",
                        "invalid_value");
        };
    }

    /** JSON without a schema must be asked for in words too. */
    static TextAnswer.Form anyObject(String conversation, String param) {
        if (!conversation.toLowerCase(Locale.ROOT).contains("json")) {
            throw ApiError.invalid(
                    "'%s' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'."
                            .formatted(param),
                    param,
                    null);
        }
        return new TextAnswer.Form.AnyObject();
    }

    private ObjectNode whole(TextAnswer answer, TextModel model) {
        var body = head("chat.completion", newId(), model);
        var choice = body.putArray("choices").addObject().put("index", 0);
        choice.putObject("message")
                .put("role", "assistant")
                .put("content", answer.refusal() == null ? answer.text() : null)
                .put("refusal", answer.refusal());
        choice.put("finish_reason", answer.finishReason());
        usage(body, answer);
        return body;
    }

    private static String newId() {
        return "chatcmpl-" + UUID.randomUUID();
    }

    private ObjectNode head(String object, String id, TextModel model) {
        return Json.object()
                .put("id", id)
                .put("object", object)
                .put("created", clock.instant().getEpochSecond())
                .put("model", model.name());
    }

    private static void usage(ObjectNode body, TextAnswer answer) {
        body.putObject("usage")
                .put("prompt_tokens", answer.inputTokens())
                .put("completion_tokens", answer.outputTokens())
                .put("total_tokens", answer.inputTokens() + answer.outputTokens());
    }

    private Reply stream(TextAnswer answer, TextModel model, boolean usage) {
        var id = newId();
        var events = new ArrayList<Reply.Event>();
        events.add(chunk(id, model, Json.object().put("role", "assistant").put("content", ""), null));
        if (answer.refusal() != null) {
            events.add(chunk(id, model, Json.object().put("refusal", answer.refusal()), null));
        }
        for (var piece : Reply.Stream.pieces(answer.text())) {
            events.add(chunk(id, model, Json.object().put("content", piece), null));
        }
        events.add(chunk(id, model, Json.object(), answer.finishReason()));
        if (usage) {
            var last = head("chat.completion.chunk", id, model);
            last.putArray("choices");
            usage(last, answer);
            events.add(new Reply.Event(null, Json.text(last)));
        }
        events.add(Reply.Event.DONE);
        return new Reply.Stream(events);
    }

    private Reply.Event chunk(String id, TextModel model, ObjectNode delta, @Nullable String finish) {
        var body = head("chat.completion.chunk", id, model);
        var choice = body.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", finish);
        return new Reply.Event(null, Json.text(body));
    }
}
