package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoProblem;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Goes through the chunks of a PNG, checks those that paint and passes over the others. For one thread. */
final class PngWalk {

    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final int HEADER = 13;
    private static final int GREY = 0;
    private static final int COLOURS = 2;
    private static final int NUMBERS = 3;
    private static final int GREY_ALPHA = 4;
    private static final int COLOURS_ALPHA = 6;
    private static final int LARGEST_PALETTE = 768;
    private static final int LARGEST_EXIF = 1 << 16;

    private final FileBytes file;
    private final Splice parts;
    private long width;
    private long height;
    private int depth;
    private int type;
    private boolean interlaced;
    private byte @Nullable [] palette;
    private byte @Nullable [] transparency;
    private byte[] profile = {};
    private int orientation = Exif.UPRIGHT;
    private long endOfPixels;

    PngWalk(FileBytes file) throws IOException, Rejected {
        this.file = file;
        this.parts = new Splice(file);
        var at = (long) SIGNATURE;
        while (at > 0) {
            at = chunk(at);
        }
    }

    Header header() throws Rejected {
        if (endOfPixels == 0 || (type == NUMBERS && palette == null)) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        return Header.of(width, height, orientation, profile);
    }

    boolean isInterlaced() {
        return interlaced;
    }

    boolean isGrey() {
        return type == GREY || type == GREY_ALPHA;
    }

    /** What paints and no chunk more, but for those given. */
    Splice painted(byte... chunks) throws Rejected {
        var whole = new Splice(file);
        whole.addFromFile(0, SIGNATURE + AROUND + HEADER);
        whole.add(chunks);
        whole.addAll(parts);
        return whole;
    }

    /** How to read a pixel that the decoder has brought to 8 bits. */
    Pigment pigment() {
        if (type == NUMBERS && palette != null) {
            return new Pigment.Palette(palette, transparency, 255 / ((1 << depth) - 1));
        }
        var see = transparency != null ? 1 : 0;
        return new Pigment.Plain(
                switch (type) {
                    case GREY -> 1 + see;
                    case GREY_ALPHA -> 2;
                    case COLOURS -> 3 + see;
                    default -> 4;
                });
    }

    /** Where the next chunk is; 0 after the end. */
    private long chunk(long at) throws IOException, Rejected {
        var length = file.u32(at);
        var next = at + AROUND + length;
        if (length > Integer.MAX_VALUE || next > file.length()) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        var data = at + 8;
        if (width == 0 && !file.has(at + 4, "IHDR")) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        if (file.has(at + 4, "IEND")) {
            paint(at, length);
            return 0;
        }
        if (file.has(at + 4, "IHDR")) {
            readHeader(data, length);
            check(at, length);
        } else if (file.has(at + 4, "PLTE")) {
            palette = small(data, length, LARGEST_PALETTE);
            paint(at, length);
        } else if (file.has(at + 4, "tRNS")) {
            readTransparency(at, data, length);
        } else if (file.has(at + 4, "IDAT")) {
            readPixels(at, length, next);
        } else {
            passOver(at, data, length);
        }
        return next;
    }

    private void readHeader(long data, long length) throws IOException, Rejected {
        if (width != 0 || length != HEADER) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        width = file.u32(data);
        height = file.u32(data + 4);
        depth = file.u8(data + 8);
        type = file.u8(data + 9);
        interlaced = file.u8(data + 12) == 1;
        var depths = switch (type) {
            case GREY -> new int[] {1, 2, 4, 8, 16};
            case NUMBERS -> new int[] {1, 2, 4, 8};
            case COLOURS, GREY_ALPHA, COLOURS_ALPHA -> new int[] {8, 16};
            default -> new int[0];
        };
        var known = file.u8(data + 10) == 0 && file.u8(data + 11) == 0 && file.u8(data + 12) <= 1;
        if (width == 0 || !known || Arrays.stream(depths).noneMatch(each -> each == depth)) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        Header.of(width, height, Exif.UPRIGHT, profile);
    }

    private void readTransparency(long at, long data, long length) throws IOException, Rejected {
        if (type == GREY_ALPHA || type == COLOURS_ALPHA || transparency != null || endOfPixels != 0) {
            return;
        }
        var bytes = small(data, length, 256);
        if (type == NUMBERS ? palette == null : bytes.length != (type == GREY ? 2 : 6)) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        transparency = bytes;
        paint(at, length);
    }

    private void readPixels(long at, long length, long next) throws IOException, Rejected {
        if (endOfPixels != 0 && endOfPixels != at) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        paint(at, length);
        endOfPixels = next;
    }

    private void passOver(long at, long data, long length) throws IOException, Rejected {
        if (file.has(at + 4, "acTL")) {
            throw new Rejected(PhotoProblem.ANIMATED);
        }
        if (file.has(at + 4, "eXIf") && length <= LARGEST_EXIF) {
            orientation = Exif.orientation(file.bytes(data, (int) length));
        }
        if (file.has(at + 4, "iCCP") && length <= Profile.LARGEST && profile.length == 0) {
            profile = inflated(file.bytes(data, (int) length));
        }
        var isCritical = (file.u8(at + 4) & 0x20) == 0;
        if (isCritical) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
    }

    private void paint(long at, long length) throws IOException, Rejected {
        check(at, length);
        parts.addFromFile(at, length + AROUND);
    }

    private void check(long at, long length) throws IOException, Rejected {
        if (file.checksum(at + 4, length + 4) != (int) file.u32(at + 8 + length)) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
    }

    private byte[] small(long data, long length, int most) throws IOException, Rejected {
        if (length > most) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        return file.bytes(data, (int) length);
    }

    /** A name, a zero, the kind of packing, then the packed profile, of which no more is unpacked than a profile may have. */
    private static byte[] inflated(byte[] chunk) {
        var name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        if (name + 2 >= chunk.length) {
            return new byte[0];
        }
        try (var inflater = new Inflater()) {
            inflater.setInput(chunk, name + 2, chunk.length - name - 2);
            var profile = new byte[Profile.LARGEST];
            var count = inflater.inflate(profile);
            return inflater.finished() ? Arrays.copyOf(profile, count) : new byte[0];
        } catch (DataFormatException damaged) {
            return new byte[0];
        }
    }
}
