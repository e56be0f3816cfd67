package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Goes through the segments of a JPEG from the first marker to the last and sorts them. For one thread. */
final class JpegWalk {

    /** A usual progressive photo has ten; each costs about as much as the whole photo. */
    private static final int MOST_SCANS = 32;

    private static final int START = 2;
    private static final int RESTART_FIRST = 0xD0;
    private static final int RESTART_LAST = 0xD7;
    private static final int TEMPORARY = 0x01;
    private static final int EIGHT_BITS = 8;
    private static final int INKS = 4;
    private static final String EXIF = "Exif\0\0";
    private static final String ICC = "ICC_PROFILE\0";

    /** Without it, the decoder takes some photos for red, green and blue that are none. */
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private final FileBytes file;
    private final Splice parts;
    private final ByteArrayOutputStream profile = new ByteArrayOutputStream();
    private int width;
    private int height;
    private int components;
    private boolean namedRgb;
    private boolean adobe;
    private boolean exif;
    private boolean needsJfif;
    private int scans;
    private int orientation = Exif.UPRIGHT;

    JpegWalk(FileBytes file) throws IOException, Rejected {
        this.file = file;
        this.parts = new Splice(file);
        var at = (long) START;
        while (at > 0) {
            at = segment(at);
        }
    }

    Header header() throws Rejected {
        if (scans == 0) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        return Header.of(width, height, orientation, profile.toByteArray());
    }

    int components() {
        return components;
    }

    /** How many times the data go over the picture; at least 1. */
    int scans() {
        return scans;
    }

    /** What paints and no segment more, but for those given. */
    Splice painted(byte... segments) throws Rejected {
        var whole = new Splice(file);
        whole.addFromFile(0, START);
        if (needsJfif) {
            whole.add(JFIF);
        }
        whole.add(segments);
        whole.addAll(parts);
        return whole;
    }

    /** Where the next segment is; 0 after the end. */
    private long segment(long start) throws IOException, Rejected {
        var at = start;
        if (file.u8(at) != 0xFF) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        while (file.u8(at + 1) == 0xFF) {
            at++;
        }
        var marker = file.u8(at + 1);
        if (marker == 0xD9) {
            parts.addFromFile(at, 2);
            return 0;
        }
        if (marker == TEMPORARY || isRestart(marker)) {
            return at + 2;
        }
        var length = file.u16(at + 2);
        var next = at + 2 + length;
        if (length < 2 || next > file.length()) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        return sort(marker, at, length) ? pastScan(at, next) : next;
    }

    /** Whether a scan begins here. */
    private boolean sort(int marker, long at, int length) throws IOException, Rejected {
        switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> frame(at, length);
            case 0xC4, 0xDB, 0xDD -> parts.addFromFile(at, length + 2L);
            case 0xC3, 0xC5, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF ->
                throw new Rejected(PhotoProblem.OTHER_KIND);
            case 0xDA -> {
                return true;
            }
            case 0xE1 -> readExif(at, length);
            case 0xE2 -> readProfile(at, length);
            case 0xEE -> readAdobe(at, length);
            default -> {
                if (marker < 0xE0 || marker == 0xFF) {
                    throw new Rejected(PhotoProblem.BROKEN);
                }
            }
        }
        return false;
    }

    private void frame(long at, int length) throws IOException, Rejected {
        if (components != 0 || length < 8) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        if (file.u8(at + 4) != EIGHT_BITS) {
            throw new Rejected(PhotoProblem.OTHER_KIND);
        }
        height = file.u16(at + 5);
        width = file.u16(at + 7);
        components = file.u8(at + 9);
        if ((components != 1 && components != Canvas.BANDS && components != INKS) || length < 8 + 3 * components) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        namedRgb = components == Canvas.BANDS
                && file.u8(at + 10) == 'R'
                && file.u8(at + 13) == 'G'
                && file.u8(at + 16) == 'B';
        parts.addFromFile(at, length + 2L);
    }

    private long pastScan(long at, long data) throws IOException, Rejected {
        if (++scans > MOST_SCANS || components == 0) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        if (scans == 1 && components == Canvas.BANDS && !adobe && !namedRgb) {
            needsJfif = true;
        }
        var end = data;
        while (file.u8(end) != 0xFF || continues(file.u8(end + 1))) {
            end += file.u8(end) == 0xFF && file.u8(end + 1) != 0xFF ? 2 : 1;
        }
        parts.addFromFile(at, end - at);
        return end;
    }

    /** A stuffed byte, a restart or filling. */
    private static boolean continues(int afterMark) {
        return afterMark == 0 || afterMark == 0xFF || isRestart(afterMark);
    }

    private static boolean isRestart(int marker) {
        return marker >= RESTART_FIRST && marker <= RESTART_LAST;
    }

    private void readExif(long at, int length) throws IOException {
        if (!exif && length > EXIF.length() + 2 && file.has(at + 4, EXIF)) {
            exif = true;
            orientation = Exif.orientation(file.bytes(at + 4 + EXIF.length(), length - 2 - EXIF.length()));
        }
    }

    /** Pieces are in order in all files that were ever seen; others make no profile that can be parsed. */
    private void readProfile(long at, int length) throws IOException {
        var begin = ICC.length() + 2;
        if (length > begin + 2 && file.has(at + 4, ICC) && profile.size() + length <= Profile.LARGEST) {
            profile.writeBytes(file.bytes(at + 4 + begin, length - 2 - begin));
        }
    }

    private void readAdobe(long at, int length) throws IOException, Rejected {
        if (!adobe && length == 14 && file.has(at + 4, "Adobe")) {
            adobe = true;
            parts.addFromFile(at, length + 2L);
        }
    }
}
