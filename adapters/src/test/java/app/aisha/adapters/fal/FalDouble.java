package app.aisha.adapters.fal;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A server on loopback that answers exactly what the test says and remembers what it was asked. */
final class FalDouble implements AutoCloseable {

    private final HttpServer http;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Function<Request, Answer> answers = _ -> Answer.of(501, "");

    FalDouble() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::handle);
        http.start();
    }

    /** Takes the function that is asked for each answer; it may block. */
    void answers(Function<Request, Answer> next) {
        answers = next;
    }

    /** One answer after the other, the last of them for ever. */
    void answers(Answer... inTurn) {
        var count = new AtomicInteger();
        answers = _ -> inTurn[Math.min(count.getAndIncrement(), inTurn.length - 1)];
    }

    URI base() {
        return URI.create("http://127.0.0.1:%d".formatted(http.getAddress().getPort()));
    }

    URI at(String path) {
        return URI.create(base() + path);
    }

    List<Request> requests() {
        return requests;
    }

    Request last() {
        return requests.getLast();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            var request = new Request(
                    exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getRequestHeaders(), body);
            requests.add(request);
            var answer = answers.apply(request);
            if (answer.cut()) {
                return;
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), answer.length(bytes.length));
            exchange.getResponseBody().write(bytes);
        }
    }

    record Request(String method, URI uri, Headers headers, String body) {

        String path() {
            return uri.getPath();
        }

        String header(String name) {
            return String.valueOf(headers.getFirst(name));
        }
    }

    /**
     * What to answer.
     *
     * @param missing so many bytes of the body are promised and not sent
     * @param cut the connection is closed instead
     */
    record Answer(int status, Map<String, String> headers, String body, int missing, boolean cut) {

        static Answer of(int status, String body) {
            return new Answer(status, Map.of("x-fal-request-id", "header-id"), body, 0, false);
        }

        /** A page of the proxy in front of FAL. */
        static Answer nginx(int status) {
            var page = "<html>\r\n<head><title>%d</title></head><body>nginx</body></html>".formatted(status);
            return new Answer(status, Map.of("Content-Type", "text/html"), page, 0, false);
        }

        static Answer hangUp() {
            return new Answer(0, Map.of(), "", 0, true);
        }

        Answer with(String name, String value) {
            var more = new HashMap<>(headers);
            more.put(name, value);
            return new Answer(status, more, body, missing, cut);
        }

        Answer truncatedBy(int bytes) {
            return new Answer(status, headers, body, bytes, cut);
        }

        private long length(int bytes) {
            return bytes + missing == 0 ? -1 : bytes + missing;
        }
    }
}
