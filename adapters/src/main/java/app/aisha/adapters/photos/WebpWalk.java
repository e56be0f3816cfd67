package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Goes through the chunks of a WebP and passes on those that paint. For one thread. */
final class WebpWalk {

    private static final int RIFF = 12;
    private static final int BEFORE = 8;
    private static final int EXTENDED = 10;
    private static final int SHORTEST_FRAME = 10;
    private static final int SHORTEST_LOSSLESS = 5;
    private static final String EXIF = "Exif\0\0";
    private static final int MOVES = 0x02;
    private static final int SEE_THROUGH = 0x10;
    private static final int LARGEST_EXIF = 1 << 16;
    private static final int START_OF_FRAME = 0x2A019D;
    private static final int START_OF_LOSSLESS = 0x2F;

    private final FileBytes file;
    private final Splice chunks;
    private long width;
    private long height;
    private boolean extended;
    private boolean seeThrough;
    private boolean pixels;
    private byte[] profile = {};
    private int orientation = Exif.UPRIGHT;

    WebpWalk(FileBytes file) throws IOException, Rejected {
        this.file = file;
        this.chunks = new Splice(file);
        var end = file.low32(4) + 8;
        if (end > file.length() || end < RIFF + BEFORE) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        var at = (long) RIFF;
        while (at + BEFORE <= end) {
            at = chunk(at, end);
        }
    }

    Header header() throws Rejected {
        if (!pixels) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        return Header.of(width, height, orientation, profile);
    }

    /** Only what paints, with a beginning of ours. */
    Splice painted() throws Rejected {
        var whole = new Splice(file);
        var own = ByteBuffer.allocate(seeThrough ? RIFF + BEFORE + EXTENDED : RIFF)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt((int) (chunks.length() + (seeThrough ? 4 + BEFORE + EXTENDED : 4)))
                .put(ascii("WEBP"));
        if (seeThrough) {
            own.put(ascii("VP8X")).putInt(EXTENDED).putInt(SEE_THROUGH);
            put24(own, width - 1);
            put24(own, height - 1);
        }
        whole.add(own.array());
        whole.addAll(chunks);
        return whole;
    }

    /** Where the next chunk is. */
    private long chunk(long at, long end) throws IOException, Rejected {
        var length = file.low32(at + 4);
        var data = at + BEFORE;
        var next = data + length + (length & 1);
        if (data + length > end) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        if (file.has(at, "VP8X")) {
            readExtended(data, length);
        } else if (file.has(at, "ANIM") || file.has(at, "ANMF")) {
            throw new Rejected(PhotoProblem.ANIMATED);
        } else if (file.has(at, "ALPH") && extended && !pixels && !seeThrough) {
            seeThrough = true;
            chunks.addFromFile(at, next - at);
        } else if (file.has(at, "VP8 ")) {
            readFrame(data, length);
            chunks.addFromFile(at, Math.min(next, file.length()) - at);
        } else if (file.has(at, "VP8L")) {
            readLossless(data, length);
            chunks.addFromFile(at, Math.min(next, file.length()) - at);
        } else if (file.has(at, "EXIF") && length <= LARGEST_EXIF) {
            readExif(data, (int) length);
        } else if (file.has(at, "ICCP") && length <= Profile.LARGEST) {
            profile = file.bytes(data, (int) length);
        }
        return next;
    }

    private void readExtended(long data, long length) throws IOException, Rejected {
        if (extended || pixels || length < EXTENDED) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        if ((file.u8(data) & MOVES) != 0) {
            throw new Rejected(PhotoProblem.ANIMATED);
        }
        extended = true;
        width = 1L + file.low24(data + 4);
        height = 1L + file.low24(data + 7);
    }

    private void readFrame(long data, long length) throws IOException, Rejected {
        if (length < SHORTEST_FRAME || (file.u8(data) & 1) != 0 || file.low24(data + 3) != START_OF_FRAME) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        var size = file.low32(data + 6);
        readSize(size & 0x3FFF, size >> 16 & 0x3FFF);
    }

    private void readLossless(long data, long length) throws IOException, Rejected {
        if (length < SHORTEST_LOSSLESS || file.u8(data) != START_OF_LOSSLESS || seeThrough) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        var size = file.low32(data + 1);
        readSize(1 + (size & 0x3FFF), 1 + (size >> 14 & 0x3FFF));
    }

    private void readSize(long seenWidth, long seenHeight) throws Rejected {
        if (pixels || (extended && (width != seenWidth || height != seenHeight))) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        pixels = true;
        width = seenWidth;
        height = seenHeight;
    }

    /** Some programs put the beginning of a JPEG segment before it. */
    private void readExif(long data, int length) throws IOException {
        var prefix = file.has(data, EXIF) ? EXIF.length() : 0;
        if (length > prefix) {
            orientation = Exif.orientation(file.bytes(data + prefix, length - prefix));
        }
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    private static void put24(ByteBuffer buffer, long value) {
        buffer.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
    }
}
