package app.aisha.simulators.telegram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code multipart/form-data} part by part without holding a part in memory. */
final class Multipart {

    /** Says that the body is not multipart. */
    static final class Malformed extends IOException {

        private static final long serialVersionUID = 1;

        Malformed(String reason) {
            super(reason);
        }
    }

    /** One part; its content must be read before the next part is asked for. */
    record Part(String name, @Nullable String fileName, String contentType, InputStream content) {

        String text() throws IOException {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final int MAX_HEADERS = 16 * 1024;
    private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", 2);
    private static final Pattern NAME = Pattern.compile("[;\\s]name=(?:\"([^\"]*)\"|([^;\\s]+))", 2);
    private static final Pattern FILE_NAME = Pattern.compile("filename=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))", 2);
    private static final Pattern TYPE = Pattern.compile("(?m)^content-type:\\s*(\\S[^\\r\\n]*)", 2);

    private final InputStream in;
    private final byte[] delimiter;
    private final byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;
    private boolean ended;

    Multipart(InputStream in, String contentType) throws Malformed {
        this.in = in;
        var boundary = group(BOUNDARY, contentType).orElseThrow(() -> new Malformed("no boundary"));
        delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        // The first delimiter need not follow a line break, so one is put before the body.
        buffer[0] = '\r';
        buffer[1] = '\n';
        end = 2;
    }

    /** The next part, after dropping what is left of the one before; empty after the last. */
    Optional<Part> next() throws IOException {
        content().transferTo(OutputStream.nullOutputStream());
        if (!fill(delimiter.length + 2)) {
            throw new Malformed("no closing boundary");
        }
        start += delimiter.length;
        if (buffer[start] == '-' && buffer[start + 1] == '-') {
            return Optional.empty();
        }
        var headers = headers();
        var name = group(NAME, headers).orElseThrow(() -> new Malformed("a part without a name"));
        var fileName =
                group(FILE_NAME, headers).map(text -> text.replace("\\\"", "\"").replace("%22", "\""));
        var type = group(TYPE, headers).orElse("").toLowerCase(Locale.ROOT);
        return Optional.of(new Part(name, fileName.orElse(null), type, content()));
    }

    private static Optional<String> group(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        var quoted = found.group(1);
        return Optional.of(quoted != null ? quoted : found.group(2));
    }

    private String headers() throws IOException {
        var headers = new ByteArrayOutputStream();
        var text = "";
        while (!text.endsWith("\r\n\r\n")) {
            if (headers.size() > MAX_HEADERS || !fill(1)) {
                throw new Malformed("a part without end of headers");
            }
            var read = buffer[start++];
            headers.write(read);
            text = read == '\n' ? headers.toString(StandardCharsets.UTF_8) : text;
        }
        return text;
    }

    /** Has at least so many bytes in the buffer, unless the body ends before. */
    private boolean fill(int wanted) throws IOException {
        if (end - start < wanted && start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        while (end - start < wanted && !ended) {
            var read = in.read(buffer, end, buffer.length - end);
            ended = read < 0;
            end += Math.max(0, read);
        }
        return end - start >= wanted;
    }

    /** How many of the next bytes surely belong to the content: up to a delimiter or what may begin one. */
    private int safeLength(int wanted) {
        var last = Math.min(end, start + wanted);
        for (int at = start; at < last; at++) {
            if (buffer[at] == '\r' && mayBeDelimiter(at)) {
                return at - start;
            }
        }
        return last - start;
    }

    private boolean mayBeDelimiter(int at) {
        for (int i = 0; i < delimiter.length && at + i < end; i++) {
            if (buffer[at + i] != delimiter[i]) {
                return false;
            }
        }
        return true;
    }

    private InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                var whole = fill(delimiter.length);
                var safe = safeLength(length);
                if (safe == 0 && length > 0 && !whole) {
                    throw new Malformed("no closing boundary");
                }
                System.arraycopy(buffer, start, bytes, offset, safe);
                start += safe;
                return safe == 0 && length > 0 ? -1 : safe;
            }
        };
    }
}
