package app.aisha.adapters.telegram;

import app.aisha.adapters.http.Secret;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Bot API server on loopback that answers what the test says and remembers what it was asked. */
final class BotServer implements AutoCloseable {

    static final String TOKEN = "123456:a-token-that-nobody-may-see";

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile Function<Call, Answer> answers = _ -> Answer.result("true");

    BotServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    /** Takes the function that is asked for each answer; it may block. */
    BotServer answering(Function<Call, Answer> next) {
        answers = next;
        return this;
    }

    BotServer answering(int status, String body) {
        return answering(_ -> Answer.of(status, body));
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    TelegramApi api() {
        return apiOf(root());
    }

    static TelegramApi apiOf(URI root) {
        var settings = new TelegramSettings(root, URI.create(root + "/file"), new Secret(TOKEN));
        return new TelegramApi(
                settings,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    List<Call> calls() {
        return calls;
    }

    Call only() {
        return calls.getLast();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var type = exchange.getRequestHeaders().getFirst("Content-Type");
            var call = new Call(
                    exchange.getRequestURI().getRawPath(),
                    String.valueOf(type),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            calls.add(call);
            var answer = answers.apply(call);
            answer.headers.forEach(exchange.getResponseHeaders()::set);
            var bytes = answer.octets.getBytes(StandardCharsets.ISO_8859_1);
            exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** One request. */
    record Call(String path, String contentType, String text) {

        String method() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /** The fields of a form, decoded. */
        Map<String, String> form() {
            return Arrays.stream(text.split("&"))
                    .filter(pair -> !pair.isEmpty())
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(
                            pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        }

        /** The fields of a multipart body by name; of the file the content. */
        Map<String, String> parts() {
            var boundary = contentType.substring(contentType.indexOf("boundary=") + 9);
            return Arrays.stream(text.split(Pattern.quote("--" + boundary)))
                    .filter(part -> part.contains("name=\""))
                    .collect(Collectors.toMap(
                            part -> part.replaceFirst("(?s).*?name=\"([^\"]*)\".*", "$1"),
                            part -> part.substring(part.indexOf("\r\n\r\n") + 4, part.length() - 2)));
        }
    }

    /**
     * What to answer.
     *
     * @param octets a character for each byte
     */
    record Answer(int status, String octets, Map<String, String> headers) {

        static Answer of(int status, String body) {
            return bytes(status, body.getBytes(StandardCharsets.UTF_8));
        }

        static Answer bytes(int status, byte[] body) {
            return new Answer(status, new String(body, StandardCharsets.ISO_8859_1), Map.of());
        }

        static Answer result(String json) {
            return of(200, "{\"ok\":true,\"result\":" + json + "}");
        }

        static Answer refusal(int code, String description) {
            return of(code, "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description));
        }

        Answer with(String name, String value) {
            return new Answer(status, octets, Map.of(name, value));
        }
    }
}
