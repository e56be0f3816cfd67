package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/** Chosen parts of a file, and bytes of ours between them, as one stream. Neighbours in the file become one part. */
final class Splice {

    private static final int MOST_PARTS = 10_000;

    private final FileBytes file;
    private final List<Part> parts = new ArrayList<>();
    private long length;

    Splice(FileBytes file) {
        this.file = file;
    }

    /** A part at a place of the stream: of the file, unless there are bytes of ours. */
    private static final class Part {

        private final long at;
        private final long from;
        private final long length;
        private final byte[] own;

        private Part(long at, long from, long length, byte... own) {
            this.at = at;
            this.from = from;
            this.length = length;
            this.own = own;
        }
    }

    void add(byte... bytes) {
        if (bytes.length == 0) {
            return;
        }
        parts.add(new Part(length, 0, bytes.length, bytes.clone()));
        length += bytes.length;
    }

    void addFromFile(long from, long count) throws Rejected {
        if (parts.size() >= MOST_PARTS) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        if (count == 0) {
            return;
        }
        var last = parts.isEmpty() ? null : parts.getLast();
        if (last != null && last.own.length == 0 && last.from + last.length == from) {
            parts.set(parts.size() - 1, new Part(last.at, last.from, last.length + count));
        } else {
            parts.add(new Part(length, from, count));
        }
        length += count;
    }

    /** All parts of another one of the same file. */
    void addAll(Splice other) throws Rejected {
        for (var part : other.parts) {
            if (part.own.length == 0) {
                addFromFile(part.from, part.length);
            } else {
                add(part.own);
            }
        }
    }

    long length() {
        return length;
    }

    /** Valid for as long as the file is open. */
    ImageInputStreamImpl stream() {
        return new Stream();
    }

    /** Replaces the target. */
    void copyTo(Path target) throws IOException {
        try (var stream = stream();
                var output = Files.newOutputStream(target)) {
            var buffer = new byte[1 << 16];
            for (var count = stream.read(buffer); count > 0; count = stream.read(buffer)) {
                output.write(buffer, 0, count);
            }
        }
    }

    private int read(long position, byte[] target, int offset, int count) throws IOException {
        var part = partAt(position);
        var into = position - part.at;
        var here = (int) Math.min(count, part.length - into);
        if (part.own.length == 0) {
            file.read(part.from + into, ByteBuffer.wrap(target, offset, here));
        } else {
            System.arraycopy(part.own, (int) into, target, offset, here);
        }
        return here;
    }

    private Part partAt(long position) {
        var low = 0;
        var high = parts.size() - 1;
        while (low < high) {
            var middle = (low + high + 1) >>> 1;
            if (parts.get(middle).at <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return parts.get(low);
    }

    private final class Stream extends ImageInputStreamImpl {

        private final byte[] one = new byte[1];

        @Override
        public int read() throws IOException {
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            checkClosed();
            bitOffset = 0;
            if (count == 0) {
                return 0;
            }
            if (streamPos >= length) {
                return -1;
            }
            var read = Splice.this.read(streamPos, target, offset, count);
            streamPos += read;
            return read;
        }

        @Override
        public long length() {
            return length;
        }
    }
}
