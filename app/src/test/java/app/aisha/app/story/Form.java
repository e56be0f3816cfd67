package app.aisha.app.story;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A filled form with files. */
final class Form {

    private static final String BOUNDARY = "story-boundary";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Form field(String name, String value) {
        return part("name=\"%s\"".formatted(name), value.getBytes(StandardCharsets.UTF_8));
    }

    Form file(String name, byte[] bytes) {
        return part("name=\"%s\"; filename=\"%s.wav\"".formatted(name, name), bytes);
    }

    private Form part(String head, byte[] bytes) {
        body.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\n\r\n"
                .formatted(BOUNDARY, head)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] bytes() {
        body.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
