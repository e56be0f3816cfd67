package app.aisha.simulators.telegram;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines that end with a newline; a rest without one is returned as a last line that {@link #atEnd}. */
final class LineReader implements AutoCloseable {

    private final InputStream in;
    private long position;
    private boolean ended;

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    Optional<String> next() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                ended = true;
                break;
            }
            line.write(read);
            position++;
        }
        if (ended && line.size() == 0) {
            return Optional.empty();
        }
        position += ended ? 0 : 1;
        return Optional.of(line.toString(StandardCharsets.UTF_8));
    }

    /** The last line had no newline. */
    boolean atEnd() {
        return ended;
    }

    /** Bytes up to and with the last line. */
    long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
