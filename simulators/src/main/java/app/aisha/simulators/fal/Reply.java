package app.aisha.simulators.fal;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What goes back to the caller. */
interface Reply {

    /** The status sent; 0 when the connection is cut instead. */
    int status();

    void send(HttpExchange exchange) throws IOException;

    static Whole json(int status, JsonNode body) {
        return new Whole(status, "application/json", Json.bytes(body), Map.of());
    }

    static Whole detail(int status, String text) {
        return json(status, Json.detail(text));
    }

    static Whole html(int status, String html) {
        return new Whole(status, "text/html", html.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** No answer: the connection is closed. */
    static Reply cut() {
        return new Cut();
    }

    /** An answer that is sent in one go. */
    final class Whole implements Reply {
        private final int status;
        private final String type;
        private final byte[] body;
        private final Map<String, String> headers;

        Whole(int status, String type, byte[] body, Map<String, String> headers) {
            this.status = status;
            this.type = type;
            this.body = body;
            this.headers = Map.copyOf(headers);
        }

        Whole with(String name, String value) {
            var more = new HashMap<>(headers);
            more.put(name, value);
            return new Whole(status, type, body, more);
        }

        Whole withBody(byte[] other) {
            return new Whole(status, type, other, headers);
        }

        @Override
        public int status() {
            return status;
        }

        byte[] body() {
            return body;
        }

        @Override
        public void send(HttpExchange exchange) throws IOException {
            announce(exchange, body.length);
            if (body.length > 0 && !exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseBody().write(body);
            }
        }

        /** Sends the head with a length that need not be true. */
        private void announce(HttpExchange exchange, long length) throws IOException {
            var answer = exchange.getResponseHeaders();
            answer.set("Content-Type", type);
            headers.forEach(answer::set);
            if (exchange.getRequestMethod().equals("HEAD")) {
                answer.set("Content-Length", Long.toString(length));
                exchange.sendResponseHeaders(status, -1);
            } else {
                exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
            }
        }
    }

    /** Announces so many bytes, sends the first half of what there is, pauses, and goes on or breaks off. */
    record Broken(Whole whole, long announced, Runnable pause, boolean goesOn) implements Reply {
        @Override
        public int status() {
            return whole.status();
        }

        @Override
        public void send(HttpExchange exchange) throws IOException {
            whole.announce(exchange, announced);
            if (exchange.getRequestMethod().equals("HEAD") || announced == 0) {
                return;
            }
            var out = exchange.getResponseBody();
            var half = whole.body().length / 2;
            out.write(whole.body(), 0, half);
            out.flush();
            pause.run();
            if (goesOn) {
                out.write(whole.body(), half, whole.body().length - half);
            }
        }
    }

    /** Server-sent events, written until the source ends. */
    record Events(Source source) implements Reply {
        interface Source {
            void writeTo(OutputStream out) throws IOException;
        }

        @Override
        public int status() {
            return 200;
        }

        @Override
        public void send(HttpExchange exchange) throws IOException {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            source.writeTo(exchange.getResponseBody());
        }
    }

    record Cut() implements Reply {
        @Override
        public int status() {
            return 0;
        }

        @Override
        public void send(HttpExchange exchange) {
            exchange.close();
        }
    }
}
