package app.aisha.simulators.telegram;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes {@code multipart/form-data} as a client does. */
final class MultipartForm {

    /** A file part. */
    static final class File {
        final String name;
        final String type;
        final byte[] bytes;

        File(String name, String type, byte[] bytes) {
            this.name = name;
            this.type = type;
            this.bytes = bytes;
        }
    }

    private static final String BOUNDARY = "a-boundary-no-text-contains";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    void add(String name, Object value) {
        var file =
                value instanceof File given ? "; filename=\"" + given.name + "\"\r\nContent-Type: " + given.type : "";
        write("--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n".formatted(BOUNDARY, name, file));
        if (value instanceof File given) {
            out.writeBytes(given.bytes);
        } else {
            write(String.valueOf(value));
        }
        write("\r\n");
    }

    private void write(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        var closed = new ByteArrayOutputStream();
        closed.writeBytes(out.toByteArray());
        closed.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return closed.toByteArray();
    }
}
