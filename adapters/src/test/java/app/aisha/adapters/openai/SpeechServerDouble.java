package app.aisha.adapters.openai;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A speech server on loopback that answers what the test says and remembers what it was asked. */
final class SpeechServerDouble implements AutoCloseable {

    private final HttpServer http;
    private volatile IntFunction<Answer> answers = _ -> Answer.of(501, "");
    private final AtomicInteger count = new AtomicInteger();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    SpeechServerDouble() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::handle);
        http.start();
    }

    /** Takes the function that is asked for the answer to each request, counted from 1; it may block. */
    void answers(IntFunction<Answer> next) {
        answers = next;
    }

    URI base() {
        return URI.create("http://127.0.0.1:%d/v1".formatted(http.getAddress().getPort()));
    }

    List<Request> requests() {
        return requests;
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            requests.add(new Request(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
            var answer = answers.apply(count.incrementAndGet());
            answer.headers.forEach(exchange.getResponseHeaders()::set);
            var bytes = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    record Request(String path, Headers headers, String body) {

        /** The values of a field of the form. */
        List<String> field(String name) {
            return Pattern.compile("name=\"" + Pattern.quote(name) + "\"\r\n\r\n([^\r]*)\r\n")
                    .matcher(body)
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        }

        /** Name, media type and content of the file. */
        MatchResult file() {
            return Pattern.compile(
                            "name=\"file\"; filename=\"([^\"]*)\"\r\nContent-Type: ([^\r]*)\r\n\r\n(.*)\r\n--",
                            Pattern.DOTALL)
                    .matcher(body)
                    .results()
                    .findFirst()
                    .orElseThrow();
        }
    }

    record Answer(int status, Map<String, String> headers, String body) {

        static Answer of(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json", "x-request-id", "req-1"), body);
        }

        static Answer text(String text) {
            return of(200, "{\"text\":\"" + text + "\"}");
        }

        Answer with(String name, String value) {
            return new Answer(status, Map.of(name, value), body);
        }
    }
}
