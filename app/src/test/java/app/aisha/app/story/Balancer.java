package app.aisha.app.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What stands before the instances: each request goes to the next one, and to another where that one does not answer. */
final class Balancer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Set<String> PASSED_ON = Set.of(
            "content-type",
            "x-telegram-bot-api-secret-token",
            "x-fal-webhook-signature",
            "x-fal-webhook-request-id",
            "x-fal-webhook-user-id",
            "x-fal-webhook-timestamp");

    private final HttpServer server;
    private final List<URI> instances;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger retried = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();

    Balancer(int port, List<URI> instances) throws IOException {
        this.instances = List.copyOf(instances);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    /** One that nobody listens on yet. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** How often an instance did not answer and another was asked. */
    int retried() {
        return retried.get();
    }

    /** How often no instance answered well. */
    int failed() {
        return failed.get();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var first = turn.getAndIncrement();
            for (var index :
                    IntStream.range(first, first + 2 * instances.size()).toArray()) {
                var answer = ask(instances.get(Math.floorMod(index, instances.size())), exchange, body);
                if (answer.isPresent() && answer.get() < 500) {
                    exchange.sendResponseHeaders(answer.get(), -1);
                    return;
                }
                retried.incrementAndGet();
            }
            failed.incrementAndGet();
            exchange.sendResponseHeaders(502, -1);
        }
    }

    private Optional<Integer> ask(URI instance, HttpExchange exchange, byte[] body) {
        var request = HttpRequest.newBuilder(instance.resolve(exchange.getRequestURI()))
                .timeout(PATIENCE)
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return Optional.of(
                    http.send(request.build(), BodyHandlers.discarding()).statusCode());
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
