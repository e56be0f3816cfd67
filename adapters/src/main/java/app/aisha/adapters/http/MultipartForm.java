package app.aisha.adapters.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A {@code multipart/form-data} body of known length that can be sent more than once. Files are read from disk while they
 * are sent. Not thread-safe while being filled.
 */
public final class MultipartForm {

    private final String boundary = "aisha-" + UUID.randomUUID();
    private final List<BodyPublisher> parts = new ArrayList<>();

    /** Adds a plain field; the same name may be added again. */
    public MultipartForm field(String name, String value) {
        parts.add(head("name=\"%s\"\r\n\r\n".formatted(name)));
        parts.add(BodyPublishers.ofString(value + "\r\n"));
        return this;
    }

    /** Adds a file; its content has to have a known length and to be readable more than once. */
    public MultipartForm file(String name, String fileName, String contentType, BodyPublisher content) {
        parts.add(head(
                "name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n".formatted(name, fileName, contentType)));
        parts.add(content);
        parts.add(BodyPublishers.ofString("\r\n"));
        return this;
    }

    /** The value of the {@code Content-Type} header. */
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** The whole body. */
    public BodyPublisher body() {
        var all = new ArrayList<>(parts);
        all.add(BodyPublishers.ofString("--" + boundary + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }

    private BodyPublisher head(String rest) {
        return BodyPublishers.ofString(
                "--" + boundary + "\r\nContent-Disposition: form-data; " + rest, StandardCharsets.UTF_8);
    }
}
