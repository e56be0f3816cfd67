package app.aisha.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Takes archives as FAL's storage does, whole or in parts, and keeps none, so that the heap measured is the sender's. */
final class ArchiveSink implements AutoCloseable {

    private final HttpServer http;

    ArchiveSink() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::take);
        http.start();
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            var place = "{\"upload_url\":\"%1$s/put\",\"file_url\":\"%1$s/file.zip\"}".formatted(root());
            var answer = exchange.getRequestURI().getPath().contains("/initiate")
                    ? place
                    : "{\"partNumber\":1,\"etag\":\"e\"}";
            var bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
