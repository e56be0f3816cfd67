package app.aisha.simulators.openai;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What goes back to the caller. */
sealed interface Reply {

    int status();

    void send(HttpExchange exchange) throws IOException;

    static Whole json(int status, JsonNode body) {
        return new Whole(status, "application/json", Json.text(body), Map.of());
    }

    static Whole text(String type, String body) {
        return new Whole(200, type, body, Map.of());
    }

    record Whole(int status, String type, String body, Map<String, String> headers) implements Reply {
        @Override
        public void send(HttpExchange exchange) throws IOException {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    /** Server-sent events, each flushed on its own. */
    record Stream(List<Event> events) implements Reply {
        private static final Pattern AFTER_SPACE = Pattern.compile("(?<= )");

        /** A text in the small pieces models stream; empty for the empty text. */
        static List<String> pieces(String text) {
            return AFTER_SPACE
                    .splitAsStream(text)
                    .filter(piece -> !piece.isEmpty())
                    .toList();
        }

        @Override
        public int status() {
            return 200;
        }

        @Override
        public void send(HttpExchange exchange) throws IOException {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            for (var event : events) {
                out.write(event.wire().getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        }
    }

    /** One event; {@code name} is absent where the real server sends data only. */
    record Event(@Nullable String name, String data) {
        static final Event DONE = new Event(null, "[DONE]");

        String wire() {
            return (name == null ? "" : "event: " + name + "\n") + "data: " + data + "\n\n";
        }
    }
}
