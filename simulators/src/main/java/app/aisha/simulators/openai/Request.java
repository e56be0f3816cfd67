package app.aisha.simulators.openai;

import org.jspecify.annotations.Nullable;

/** A request whose body is wholly read. */
final class Request {
    private final String method;
    private final String path;
    private final @Nullable String contentType;
    private final byte[] body;

    Request(String method, String path, @Nullable String contentType, byte[] body) {
        this.method = method;
        this.path = path;
        this.contentType = contentType;
        this.body = body;
    }

    String method() {
        return method;
    }

    String path() {
        return path;
    }

    byte[] body() {
        return body;
    }

    Multipart form() {
        return Multipart.parse(contentType, body);
    }
}
