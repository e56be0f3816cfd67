package app.aisha.simulators.fal;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A request whose body is wholly read. */
final class Request {
    private static final Pattern AND = Pattern.compile("&");

    private final String method;
    private final URI target;
    private final Headers headers;
    private final byte[] body;

    private Request(String method, URI target, Headers headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    static Request read(HttpExchange exchange) throws IOException {
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes());
    }

    String method() {
        return method;
    }

    String path() {
        return target.getPath();
    }

    /** As sent, empty when there is none. */
    String rawQuery() {
        return Optional.ofNullable(target.getRawQuery()).orElse("");
    }

    Headers headers() {
        return headers;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    byte[] body() {
        return body;
    }

    Optional<String> parameter(String name) {
        return parameters(name).stream().findFirst();
    }

    List<String> parameters(String name) {
        return parameters().getOrDefault(name, List.of());
    }

    private Map<String, List<String>> parameters() {
        var all = new LinkedHashMap<String, List<String>>();
        AND.splitAsStream(rawQuery()).filter(pair -> !pair.isEmpty()).forEach(pair -> {
            var equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            var value = equals < 0 ? "" : pair.substring(equals + 1);
            all.computeIfAbsent(decoded(name), _ -> new ArrayList<>()).add(decoded(value));
        });
        return all;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
