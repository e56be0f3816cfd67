package app.aisha.adapters.whisper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Walks through a file of little endian numbers and never past its end. */
final class GgmlReader implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final long size;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);

    /** Where the buffer ends in the file. */
    private long filled;

    GgmlReader(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    long left() {
        return size - filled + buffer.remaining();
    }

    int number() throws IOException, BrokenModel {
        fill(Integer.BYTES);
        return buffer.getInt();
    }

    byte[] bytes(int count) throws IOException, BrokenModel {
        fill(count);
        var bytes = new byte[count];
        buffer.get(bytes);
        return bytes;
    }

    void skip(long count) throws BrokenModel {
        if (count > left()) {
            throw BrokenModel.cutOff();
        }
        if (count <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) count);
        } else {
            filled += count - buffer.remaining();
            buffer.limit(0);
        }
    }

    private void fill(int count) throws IOException, BrokenModel {
        if (count > left()) {
            throw BrokenModel.cutOff();
        }
        while (buffer.remaining() < count) {
            buffer.compact();
            var read = channel.read(buffer, filled);
            buffer.flip();
            if (read < 0) {
                throw BrokenModel.cutOff();
            }
            filled += read;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
