package app.aisha.app.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The control API of a simulator. */
final class Control {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final URI root;

    Control(URI root) {
        this.root = root;
    }

    JsonNode get(String path) {
        return JSON.readTree(call(request(path).GET().build()));
    }

    String text(String path) {
        return call(request(path).GET().build());
    }

    byte[] bytes(String path) {
        return call(request(path).GET().build(), BodyHandlers.ofByteArray());
    }

    JsonNode post(String path, String json) {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return JSON.readTree(call(request));
    }

    JsonNode post(String path, byte[] body, String contentType) {
        var request = request(path)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return JSON.readTree(call(request));
    }

    JsonNode post(String path, Form form) {
        return post(path, form.bytes(), form.contentType());
    }

    void delete(String path) {
        call(request(path).DELETE().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + "/control" + path)).timeout(Duration.ofSeconds(60));
    }

    private static String call(HttpRequest request) {
        return call(request, BodyHandlers.ofString());
    }

    private static <B> B call(HttpRequest request, BodyHandler<B> body) {
        try {
            var response = HTTP.send(request, body);
            if (response.statusCode() >= 300) {
                throw new AssertionError(request.uri() + " answers " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
