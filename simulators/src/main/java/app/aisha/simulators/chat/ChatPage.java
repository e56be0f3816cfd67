package app.aisha.simulators.chat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A messenger in the browser, served below {@code /} beside the control API of the Telegram simulator on the same
 * server. The page holds everything it needs: it loads nothing from other hosts, and its Content-Security-Policy
 * forbids it to. Voice messages recorded by a browser come in as WebM by {@code POST /page/voice?user=ID} and reach the
 * control API as the Ogg file a phone would send. Thread-safe.
 */
public final class ChatPage implements HttpHandler {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:;"
                    + " media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final Pattern FILE = Pattern.compile("/([a-z][a-z-]*\\.(html|css|js|svg))");
    private static final Pattern USER = Pattern.compile("user=(\\d{1,18})");
    private static final int LARGEST_VOICE = 64 << 20;

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/page/voice")) {
                takeVoice(exchange);
            } else if (exchange.getRequestMethod().equals("GET")
                    || exchange.getRequestMethod().equals("HEAD")) {
                serve(exchange, path.equals("/") ? "/index.html" : path);
            } else {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                send(exchange, 405, "text/plain; charset=utf-8", bytes("Only GET is served here."));
            }
        }
    }

    private static void serve(HttpExchange exchange, String path) throws IOException {
        var file = FILE.matcher(path);
        try (InputStream content =
                file.matches() ? ChatPage.class.getResourceAsStream("/chat/" + file.group(1)) : null) {
            if (content == null) {
                send(exchange, 404, "text/plain; charset=utf-8", bytes("Nothing here."));
                return;
            }
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            send(exchange, 200, TYPES.getOrDefault(file.group(2), "text/plain"), content.readAllBytes());
        }
    }

    private void takeVoice(HttpExchange exchange) throws IOException {
        var user = USER.matcher(
                Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""));
        if (!exchange.getRequestMethod().equals("POST") || !user.matches()) {
            refuse(exchange, 400, "POST /page/voice?user=ID is expected");
            return;
        }
        if (fromAnotherSite(exchange)) {
            refuse(exchange, 403, "only pages of this server may call");
            return;
        }
        try {
            var voice = OggOpus.of(exchange.getRequestBody().readNBytes(LARGEST_VOICE));
            var answer = forward(exchange, user.group(1), voice);
            send(exchange, answer.statusCode(), "application/json", answer.body());
        } catch (UnreadableRecording broken) {
            refuse(exchange, 415, broken.reason());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, String user, OggOpus voice)
            throws IOException, InterruptedException {
        var target = URI.create(
                "http://127.0.0.1:%d/control/chats/%s/media?kind=voice&name=voice.ogg&mime=audio/ogg&duration=%d"
                        .formatted(
                                exchange.getLocalAddress().getPort(), user, Math.max(1, Math.round(voice.seconds()))));
        return http.send(
                HttpRequest.newBuilder(target)
                        .POST(BodyPublishers.ofByteArray(voice.bytes()))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static boolean fromAnotherSite(HttpExchange exchange) {
        var origin = exchange.getRequestHeaders().getFirst("Origin");
        return origin != null
                && !origin.equals("http://" + exchange.getRequestHeaders().getFirst("Host"));
    }

    private static void refuse(HttpExchange exchange, int status, String why) throws IOException {
        send(exchange, status, "application/json", bytes("{\"error\":\"" + why + "\"}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Content-Security-Policy", POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        var head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
