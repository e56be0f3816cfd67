package app.aisha.adapters.photos;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** The bytes of a file, read through a small window wherever they are wanted. For one thread. */
final class FileBytes implements AutoCloseable {

    private static final int WINDOW = 1 << 16;

    private final FileChannel channel;
    private final long length;
    private final byte[] window = new byte[WINDOW];
    private long begin;
    private int filled;

    FileBytes(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.length = channel.size();
    }

    long length() {
        return length;
    }

    /** Unsigned. */
    int u8(long position) throws IOException {
        if (position < begin || position >= begin + filled) {
            fill(position);
        }
        return window[(int) (position - begin)] & 0xFF;
    }

    int u16(long position) throws IOException {
        return u8(position) << 8 | u8(position + 1);
    }

    long u32(long position) throws IOException {
        return (long) u16(position) << 16 | u16(position + 2);
    }

    /** Of the little end first, three bytes long. */
    int low24(long position) throws IOException {
        return u8(position) | u8(position + 1) << 8 | u8(position + 2) << 16;
    }

    long low32(long position) throws IOException {
        return low24(position) | (long) u8(position + 3) << 24;
    }

    /** Whether these characters of ASCII are there; false past the end. */
    boolean has(long position, String characters) throws IOException {
        if (position < 0 || position + characters.length() > length) {
            return false;
        }
        for (var i = 0; i < characters.length(); i++) {
            if (u8(position + i) != characters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    byte[] bytes(long position, int count) throws IOException {
        var bytes = new byte[count];
        read(position, ByteBuffer.wrap(bytes));
        return bytes;
    }

    /** Fills the buffer. */
    void read(long position, ByteBuffer buffer) throws IOException {
        var from = position;
        while (buffer.hasRemaining()) {
            var read = channel.read(buffer, from);
            if (read < 0) {
                throw new EOFException("The file ends at " + from);
            }
            from += read;
        }
    }

    int checksum(long position, long count) throws IOException {
        var sum = new CRC32();
        var buffer = new byte[WINDOW];
        for (var done = 0L; done < count; ) {
            var part = (int) Math.min(WINDOW, count - done);
            read(position + done, ByteBuffer.wrap(buffer, 0, part));
            sum.update(buffer, 0, part);
            done += part;
        }
        return (int) sum.getValue();
    }

    /** SHA-256 of the whole, in hex. */
    String digest() throws IOException {
        var digest = sha256();
        var buffer = new byte[WINDOW];
        for (var done = 0L; done < length; ) {
            var part = (int) Math.min(WINDOW, length - done);
            read(done, ByteBuffer.wrap(buffer, 0, part));
            digest.update(buffer, 0, part);
            done += part;
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void fill(long position) throws IOException {
        if (position < 0 || position >= length) {
            throw new EOFException("The file ends before " + position);
        }
        begin = position;
        filled = (int) Math.min(WINDOW, length - position);
        read(position, ByteBuffer.wrap(window, 0, filled));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }
}
