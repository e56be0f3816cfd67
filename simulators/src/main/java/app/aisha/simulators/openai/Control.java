package app.aisha.simulators.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The switches below /control. */
final class Control implements HttpHandler {
    private static final int LARGEST_REFERENCE = 512 << 20;

    private final AudioDecoder decoder;
    private final Script script;
    private final ChatSwitches chat;
    private final Faults faults;
    private final Latency latency;
    private final CallLog log;
    private final Personas personas;

    Control(
            AudioDecoder decoder,
            Script script,
            ChatSwitches chat,
            Faults faults,
            Latency latency,
            CallLog log,
            Personas personas) {
        this.decoder = decoder;
        this.script = script;
        this.chat = chat;
        this.faults = faults;
        this.latency = latency;
        this.log = log;
        this.personas = personas;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestBody().readNBytes(LARGEST_REFERENCE));
            answer(request).send(exchange);
        }
    }

    private Reply answer(Request request) throws IOException {
        try {
            return Reply.json(200, act(request));
        } catch (ApiError refused) {
            return Reply.json(400, Json.object().put("error", refused.getMessage()));
        } catch (JacksonException malformed) {
            return Reply.json(400, Json.object().put("error", malformed.getOriginalMessage()));
        }
    }

    private JsonNode act(Request request) throws IOException {
        return switch (request.method() + " " + request.path().replaceFirst("^/control", "")) {
            case "POST /script" -> register(request.form());
            case "DELETE /script" -> done(script::forgetRecordings);
            case "POST /text" -> say(Json.requireObject(request.body()));
            case "DELETE /text" -> done(script::forgetTexts);
            case "POST /chat" -> chat.script().add(Json.requireObject(request.body()));
            case "DELETE /chat" -> done(chat.script()::clear);
            case "POST /chat-server" -> chat.habits().become(Json.requireObject(request.body()));
            case "DELETE /chat-server" -> chat.habits().become(Json.object());
            case "POST /faults" -> addFault(Json.requireObject(request.body()));
            case "GET /faults" -> faults.all();
            case "DELETE /faults" -> done(faults::clear);
            case "POST /latency" -> latency(Json.requireObject(request.body()));
            case "POST /persona" -> become(Json.requireObject(request.body()));
            case "GET /calls" -> log.all();
            case "DELETE /calls" -> done(log::clear);
            default -> removeFault(request);
        };
    }

    private static ObjectNode done(Runnable action) {
        action.run();
        return Json.object().put("ok", true);
    }

    private ObjectNode register(Multipart form) throws IOException {
        var audio = form.file("audio").orElseThrow(() -> wrong("the part 'audio' is missing"));
        var text = form.value("words").orElseThrow(() -> wrong("the part 'words' is missing"));
        var words = words(Json.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var sound = decoder.decode(audio.open()).orElseThrow(() -> wrong("the audio cannot be decoded"));
        script.register(sound, words);
        return Json.object().put("seconds", sound.seconds()).put("words", words.size());
    }

    private static List<Word> words(JsonNode list) {
        var words = new ArrayList<Word>();
        for (var node : list) {
            if (!node.path("text").isString()
                    || !node.path("start").isNumber()
                    || !node.path("end").isNumber()) {
                throw wrong("each word needs text, start and end: " + node);
            }
            words.add(new Word(
                    node.path("text").stringValue(),
                    node.path("start").doubleValue(),
                    node.path("end").doubleValue(),
                    node.path("voice").asString("")));
        }
        return words;
    }

    private ObjectNode say(ObjectNode body) {
        if (!body.path("text").isString()) {
            throw wrong("'text' must be a string");
        }
        script.say(body.path("text").stringValue(), times(body));
        return Json.object().put("ok", true);
    }

    private static @Nullable Integer times(ObjectNode body) {
        return body.path("times").isInt() ? body.path("times").intValue() : null;
    }

    private ObjectNode become(ObjectNode body) {
        var kind = body.path("kind").asString("");
        var persona = Persona.named(kind).orElseThrow(() -> wrong("unknown kind '%s'".formatted(kind)));
        personas.become(persona);
        return Json.object().put("path", persona.path());
    }

    private ObjectNode addFault(ObjectNode body) {
        var kind = body.path("kind").asString("");
        for (var known : Fault.Kind.values()) {
            if (known.wireName().equals(kind)) {
                int id = faults.add(new Fault(
                        0,
                        body.path("path").asString(""),
                        known,
                        times(body),
                        body.path("retry_after").asInt(1),
                        body.path("millis").asLong(known == Fault.Kind.HANG ? 600_000 : 1_000)));
                return Json.object().put("id", id);
            }
        }
        throw wrong("unknown kind '%s'".formatted(kind));
    }

    private JsonNode removeFault(Request request) {
        var prefix = "/control/faults/";
        var id = request.path().startsWith(prefix)
                ? number(request.path().substring(prefix.length()))
                : Optional.<Integer>empty();
        if (!request.method().equals("DELETE") || id.isEmpty() || !faults.remove(id.get())) {
            throw wrong("nothing at %s %s".formatted(request.method().toUpperCase(Locale.ROOT), request.path()));
        }
        return Json.object().put("ok", true);
    }

    private static Optional<Integer> number(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private ObjectNode latency(ObjectNode body) {
        return done(() -> latency.set(
                body.path("millis").asLong(0),
                body.path("per_audio_second_millis").asLong(0)));
    }

    private static ApiError wrong(String message) {
        return ApiError.invalid(message, null, null);
    }
}
