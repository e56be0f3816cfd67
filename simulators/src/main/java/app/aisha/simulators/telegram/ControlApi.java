package app.aisha.simulators.telegram;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Serves {@code /control}: the users' side and the switches. Errors are {@code {"error": "..."}}. */
final class ControlApi {

    /** A request; the subject is the id in the path, such as that of the user. */
    record Request(HttpExchange exchange, String subject) {

        JsonNode body() throws IOException {
            var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            return text.isBlank()
                    ? Json.object()
                    : Json.tryRead(text)
                            .filter(JsonNode::isObject)
                            .orElseThrow(() -> new Refusal(400, "a JSON object is expected"));
        }

        Map<String, String> query() {
            return Http.query(exchange);
        }

        long number() {
            return subject.matches("\\d{1,18}") ? Long.parseLong(subject) : -1;
        }
    }

    /** Answers with JSON, or empty when it answered by itself. */
    interface Action {
        Optional<JsonNode> run(Request request) throws IOException, InterruptedException;
    }

    private final Map<String, Action> routes = new HashMap<>();

    /** A route such as {@code POST chats/*}{@code /text}. */
    void route(String route, Action action) {
        routes.put(route, action);
    }

    void handle(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            refuseForeignPages(exchange);
            var path = List.of(exchange.getRequestURI()
                    .getPath()
                    .substring("/control".length())
                    .split("/", -1));
            var parts = path.stream().filter(part -> !part.isEmpty()).toList();
            var subject = parts.size() > 1 ? parts.get(1) : "";
            var pattern = parts.size() < 2
                    ? String.join("/", parts)
                    : parts.getFirst() + "/*"
                            + (parts.size() > 2 ? "/" + String.join("/", parts.subList(2, parts.size())) : "");
            var action = routes.get(exchange.getRequestMethod() + " " + pattern);
            if (action == null) {
                throw new Refusal(404, "no such control call");
            }
            var answer = action.run(new Request(exchange, subject));
            if (answer.isPresent()) {
                Http.json(exchange, 200, answer.get());
            }
        } catch (Refusal refusal) {
            Http.drain(exchange);
            Http.json(exchange, refusal.code(), Json.object().put("error", refusal.description()));
        }
    }

    /** A page of another site, opened in the same browser, must not steer the simulator. */
    private static void refuseForeignPages(HttpExchange exchange) {
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        var host = exchange.getRequestHeaders().getFirst("Host");
        if (origin != null && !origin.equals("http://" + host)) {
            throw new Refusal(403, "only pages of this server may call");
        }
    }
}
