package app.aisha.simulators.openai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The API's door: key, size, faults, latency and the log, in this order, around the endpoints. */
final class Front implements HttpHandler {
    private static final int DROPPED = 0;

    private final String acceptedKey;
    private final Map<String, Endpoint> endpoints;
    private final Models models;
    private final Faults faults;
    private final Latency latency;
    private final CallLog log;
    private final Personas personas;

    Front(
            String acceptedKey,
            Map<String, Endpoint> endpoints,
            Models models,
            Faults faults,
            Latency latency,
            CallLog log,
            Personas personas) {
        this.acceptedKey = acceptedKey;
        this.endpoints = endpoints;
        this.models = models;
        this.faults = faults;
        this.latency = latency;
        this.log = log;
        this.personas = personas;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var fault = faults.take(path);
            var kind = fault.map(Fault::kind).orElse(null);
            var notes = new CallNotes();
            if (kind == Fault.Kind.RESET) {
                log.add(path, notes, DROPPED);
                return;
            }
            var reply = reply(exchange, path, fault, notes);
            if (kind == Fault.Kind.HANG || kind == Fault.Kind.ACT_THEN_RESET) {
                log.add(path, notes, DROPPED);
                return;
            }
            log.add(path, notes, reply.status());
            var headers = exchange.getResponseHeaders();
            if (!personas.now().server().isEmpty()) {
                headers.set("Server", personas.now().server());
            }
            headers.set("x-request-id", "req_" + UUID.randomUUID());
            headers.set("openai-processing-ms", "1");
            headers.set("x-ratelimit-limit-requests", "5000");
            headers.set("x-ratelimit-remaining-requests", "4999");
            headers.set("x-ratelimit-reset-requests", "12ms");
            reply.send(exchange);
        }
    }

    private Reply reply(HttpExchange exchange, String path, Optional<Fault> fault, CallNotes notes) throws IOException {
        var persona = personas.now();
        try {
            var body = exchange.getRequestBody();
            var read = body.readNBytes(persona.largest() + 1);
            if (read.length > persona.largest()) {
                return persona.tooLarge(read.length + drain(body));
            }
            if (persona.wantsKey()) {
                requireKey(exchange);
            }
            var request = new Request(
                    exchange.getRequestMethod(),
                    path,
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    read);
            return act(request, fault, notes);
        } catch (ApiError refused) {
            return persona.refusal(refused);
        }
    }

    private Reply act(Request request, Optional<Fault> fault, CallNotes notes) throws IOException {
        if (fault.isEmpty()) {
            return answer(request, notes);
        }
        return switch (fault.get().kind()) {
            case SLOW -> {
                latency.pause(fault.get().millis());
                yield answer(request, notes);
            }
            case HANG -> {
                latency.pause(fault.get().millis());
                yield fault.get().reply();
            }
            case ACT_THEN_RESET -> answer(request, notes);
            case TOO_MANY_REQUESTS,
                    INSUFFICIENT_QUOTA,
                    SERVER_ERROR,
                    OVERLOADED,
                    EMPTY,
                    EMPTY_TEXT,
                    HTML,
                    RESET,
                    UNAUTHORIZED,
                    MODEL_NOT_FOUND,
                    TOO_LARGE,
                    COUNTRY -> fault.get().reply();
        };
    }

    private Reply answer(Request request, CallNotes notes) throws IOException {
        if (request.path().startsWith("/v1/models")) {
            return models.answer(request, notes);
        }
        var persona = personas.now();
        var endpoint = endpoint(request.path(), persona);
        if (endpoint == null) {
            return persona.notFound(request.method(), request.path());
        }
        if (!request.method().equals("POST")) {
            throw new ApiError(
                    405,
                    "Invalid URL (%s %s)".formatted(request.method(), request.path()),
                    "invalid_request_error",
                    null,
                    null);
        }
        try (var turn = personas.turn()) {
            notes.beside(turn.others());
            var reply = endpoint.answer(request, notes);
            latency.await(notes.seconds());
            return reply;
        }
    }

    /** Null where this server has nothing. */
    private @Nullable Endpoint endpoint(String path, Persona persona) {
        if (path.equals(persona.path())) {
            return endpoints.get("/v1/audio/transcriptions");
        }
        if (path.equals(persona.chatPath())) {
            return endpoints.get("/v1/chat/completions");
        }
        return path.endsWith("/audio/transcriptions") || path.endsWith("/chat/completions")
                ? null
                : endpoints.get(path);
    }

    private void requireKey(HttpExchange exchange) {
        var header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        if (!header.startsWith("Bearer ") || header.substring(7).isBlank()) {
            throw new ApiError(
                    401,
                    "You didn't provide an API key. You need to provide your API key in an Authorization header using"
                            + " Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
                    "invalid_request_error",
                    null,
                    null);
        }
        if (!acceptedKey.isEmpty() && !header.substring(7).equals(acceptedKey)) {
            throw new ApiError(401, "Incorrect API key provided.", "invalid_request_error", null, "invalid_api_key");
        }
    }

    private static long drain(InputStream body) throws IOException {
        return body.transferTo(OutputStream.nullOutputStream());
    }
}
