package app.aisha.adapters.photos;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The one thing of EXIF that we want. */
final class Exif {

    /** As it is stored. */
    static final int UPRIGHT = 1;

    private static final int MOST = 8;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private Exif() {}

    /** 1 to 8; 1 where nothing sensible is said. */
    static int orientation(byte[] tiff) {
        if (tiff.length < 8) {
            return UPRIGHT;
        }
        var buffer = ByteBuffer.wrap(tiff);
        switch (buffer.getShort(0)) {
            case 0x4949 -> buffer.order(ByteOrder.LITTLE_ENDIAN);
            case 0x4D4D -> buffer.order(ByteOrder.BIG_ENDIAN);
            default -> {
                return UPRIGHT;
            }
        }
        var at = Integer.toUnsignedLong(buffer.getInt(4));
        if (buffer.getShort(2) != 42 || at + 2 > tiff.length) {
            return UPRIGHT;
        }
        var entries = Short.toUnsignedInt(buffer.getShort((int) at));
        for (var entry = at + 2; entries > 0 && entry + ENTRY <= tiff.length; entry += ENTRY, entries--) {
            var place = (int) entry;
            if (Short.toUnsignedInt(buffer.getShort(place)) == ORIENTATION && buffer.getShort(place + 2) == SHORT) {
                var value = buffer.getShort(place + 8);
                return value >= UPRIGHT && value <= MOST ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
