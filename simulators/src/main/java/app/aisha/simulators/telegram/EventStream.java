package app.aisha.simulators.telegram;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Serves what happens in a chat as Server-Sent Events until the watcher leaves. */
final class EventStream {

    private static final int PING_SECONDS = 15;

    private final World world;
    private final Users users;

    EventStream(World world, Users users) {
        this.world = world;
        this.users = users;
    }

    void addTo(ControlApi control) {
        control.route("GET chats/*/events", request -> stream(request.exchange(), request.number()));
    }

    private Optional<JsonNode> stream(HttpExchange exchange, long user) throws IOException, InterruptedException {
        var events = world.read(() -> users.chatOf(user).events());
        var queue = events.watch();
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(200, 0);
            var out = exchange.getResponseBody();
            var text = ": watching\n\n";
            while (true) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
                var event = queue.poll(PING_SECONDS, TimeUnit.SECONDS);
                text = event == null
                        ? ": ping\n\n"
                        : "event: %s\ndata: %s\n\n".formatted(event.name(), Json.write(event.data()));
            }
        } finally {
            events.leave(queue);
        }
    }
}
