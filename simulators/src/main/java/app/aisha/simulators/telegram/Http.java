package app.aisha.simulators.telegram;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Answers of the JDK's HTTP server. */
final class Http {

    private static final String NGINX = """
        <html>
        <head><title>502 Bad Gateway</title></head>
        <body>
        <center><h1>502 Bad Gateway</h1></center>
        <hr><center>nginx/1.18.0</center>
        </body>
        </html>
        """;

    private Http() {}

    static void json(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    static void json(HttpExchange exchange, int status, JsonNode body) throws IOException {
        json(exchange, status, Json.write(body));
    }

    static void badGateway(HttpExchange exchange) throws IOException {
        send(exchange, 502, "text/html", NGINX.getBytes(StandardCharsets.UTF_8));
    }

    static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Streams at most so many bytes of a file that was announced with its whole length. */
    static void file(HttpExchange exchange, String type, Path file, long most) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        var size = Files.size(file);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(size));
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        exchange.sendResponseHeaders(200, size == 0 ? -1 : size);
        try (var in = Files.newInputStream(file)) {
            var out = exchange.getResponseBody();
            var buffer = new byte[1 << 16];
            var left = Math.min(size, most);
            for (var read = in.read(buffer); read > 0 && left > 0; read = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(read, left));
                left -= read;
            }
            out.flush();
        }
    }

    /** Reads the rest of the body, so that the client gets to read the answer. */
    static void drain(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    }

    static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> parameters = new LinkedHashMap<>();
        var query = exchange.getRequestURI().getRawQuery();
        if (query != null) {
            CallReader.form(query, parameters);
        }
        return parameters;
    }
}
