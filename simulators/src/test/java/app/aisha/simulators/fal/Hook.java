package app.aisha.simulators.fal;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Receives webhooks; answers with the statuses it was given, then with 200. */
final class Hook implements AutoCloseable {
    private final HttpServer server;
    private final Deque<Integer> statuses;
    private final BlockingQueue<Request> received = new LinkedBlockingQueue<>();

    Hook(Integer... statuses) throws IOException {
        this.statuses = new ArrayDeque<>(List.of(statuses));
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var request = Request.read(exchange);
                var status = this.statuses.isEmpty() ? 200 : this.statuses.removeFirst();
                received.add(request);
                exchange.getResponseHeaders().set("Location", "/elsewhere");
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d/hook/1?t=a%%26b"
                .formatted(server.getAddress().getPort()));
    }

    Request next() throws InterruptedException {
        var request = received.poll(20, TimeUnit.SECONDS);
        if (request == null) {
            throw new AssertionError("no webhook came");
        }
        return request;
    }

    int left() {
        return received.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
