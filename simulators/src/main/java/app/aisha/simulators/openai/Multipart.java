package app.aisha.simulators.openai;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A multipart/form-data body, split without copying it. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))");
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");

    private final List<Part> parts;

    private Multipart(List<Part> parts) {
        this.parts = parts;
    }

    /** One part; {@code fileName} is present for uploads only. */
    static final class Part {
        private final String name;
        private final @Nullable String fileName;
        private final byte[] body;
        private final int from;
        private final int to;

        private Part(String name, @Nullable String fileName, byte[] body, int from, int to) {
            this.name = name;
            this.fileName = fileName;
            this.body = body;
            this.from = from;
            this.to = to;
        }

        String name() {
            return name;
        }

        @Nullable
        String fileName() {
            return fileName;
        }

        String text() {
            return new String(body, from, to - from, StandardCharsets.UTF_8);
        }

        InputStream open() {
            return new ByteArrayInputStream(body, from, to - from);
        }

        int size() {
            return to - from;
        }
    }

    /** @throws ApiError 400 when the body is not what the content type promises */
    static Multipart parse(@Nullable String contentType, byte[] body) {
        if (contentType == null || !contentType.startsWith("multipart/form-data")) {
            throw ApiError.invalid(
                    "Unsupported content type: '%s'. This API method only accepts 'multipart/form-data' requests."
                            .formatted(contentType == null ? "" : contentType),
                    null,
                    "unsupported_content_type");
        }
        var matcher = BOUNDARY.matcher(contentType);
        if (!matcher.find()) {
            throw malformed();
        }
        var boundary = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new Multipart(split(("--" + boundary).getBytes(StandardCharsets.UTF_8), body));
    }

    private static List<Part> split(byte[] delimiter, byte[] body) {
        var parts = new ArrayList<Part>();
        int at = find(body, delimiter, 0);
        while (at >= 0) {
            int start = at + delimiter.length;
            if (start + 2 <= body.length && body[start] == '-' && body[start + 1] == '-') {
                return parts;
            }
            int next = find(body, delimiter, start);
            if (next < 0) {
                break;
            }
            parts.add(part(body, start + 2, next - 2));
            at = next;
        }
        throw malformed();
    }

    private static Part part(byte[] body, int from, int to) {
        int end = find(body, "\r\n\r\n".getBytes(StandardCharsets.UTF_8), from);
        if (end < 0 || end > to) {
            throw malformed();
        }
        var head = new String(body, from, end - from, StandardCharsets.UTF_8);
        var name = NAME.matcher(head);
        if (!name.find()) {
            throw malformed();
        }
        var file = FILE_NAME.matcher(head);
        return new Part(name.group(1), file.find() ? file.group(1) : null, body, end + 4, Math.max(end + 4, to));
    }

    private static int find(byte[] body, byte[] wanted, int from) {
        outer:
        for (int i = from; i <= body.length - wanted.length; i++) {
            for (int j = 0; j < wanted.length; j++) {
                if (body[i + j] != wanted[j]) {
                    continue outer;
                }
            }
            return i;
        }
        return -1;
    }

    private static ApiError malformed() {
        return ApiError.invalid("Could not parse multipart form", null, null);
    }

    List<Part> parts() {
        return parts;
    }

    Optional<Part> file(String name) {
        return parts.stream()
                .filter(p -> p.name.equals(name) && p.fileName != null)
                .findFirst();
    }

    /** The last value wins, as in most form parsers. */
    Optional<String> value(String name) {
        return values(name).reduce((first, second) -> second);
    }

    /** All values of a repeated field, written with or without brackets. */
    List<String> list(String name) {
        return parts.stream()
                .filter(p -> p.fileName == null && (p.name.equals(name) || p.name.equals(name + "[]")))
                .map(Part::text)
                .toList();
    }

    private java.util.stream.Stream<String> values(String name) {
        return parts.stream()
                .filter(p -> p.fileName == null && p.name.equals(name))
                .map(Part::text);
    }
}
