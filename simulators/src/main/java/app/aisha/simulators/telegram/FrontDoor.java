package app.aisha.simulators.telegram;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells Bot API, control API and page apart by the path. */
final class FrontDoor implements HttpHandler {

    private static final Pattern METHOD = Pattern.compile("(?:/.*)?/bot([^/]*)/([^/]+)/?");

    private static final Pattern FILE = Pattern.compile("(?:/.*)?/file/bot([^/]*)/(.+)");

    private final BotApi api;
    private final Downloads downloads;
    private final ControlApi control;
    private final Optional<HttpHandler> page;

    FrontDoor(BotApi api, Downloads downloads, ControlApi control, Optional<HttpHandler> page) {
        this.api = api;
        this.downloads = downloads;
        this.control = control;
        this.page = page;
    }

    /** Whatever ends without an answer has its connection cut. */
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var file = FILE.matcher(path);
            var method = METHOD.matcher(path);
            if (path.startsWith("/control/")) {
                control.handle(exchange);
            } else if (file.matches()) {
                download(exchange, file.group(1), file.group(2));
            } else if (method.matches()) {
                api.handle(exchange, method.group(1), method.group(2));
            } else if (page.isPresent()) {
                page.get().handle(exchange);
            } else {
                Http.json(exchange, 404, BotApi.error(404, "Not Found"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void download(HttpExchange exchange, String token, String path) throws IOException, InterruptedException {
        try {
            api.authorize(token);
        } catch (Refusal refusal) {
            Http.json(exchange, refusal.code(), BotApi.error(refusal.code(), refusal.description()));
            return;
        }
        downloads.handle(exchange, path);
    }
}
