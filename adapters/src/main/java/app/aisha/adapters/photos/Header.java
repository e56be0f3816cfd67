package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoInspector;
import app.aisha.core.avatar.PhotoProblem;

/** What a photo says of itself before any pixel is read, within the limits. */
final class Header {

    private static final int SHORTEST_SIDE = 512;
    private static final long MOST_PIXELS = 50_000_000;

    private final int width;
    private final int height;
    private final int orientation;
    private final byte[] profile;

    private Header(int width, int height, int orientation, byte[] profile) {
        this.width = width;
        this.height = height;
        this.orientation = orientation;
        this.profile = profile;
    }

    /** Takes care that the size is within the limits. */
    static Header of(long width, long height, int orientation, byte[] profile) throws Rejected {
        if (width < 1 || height < 1) {
            throw new Rejected(PhotoProblem.BROKEN);
        }
        var shortSide = Math.min(width, height);
        if (shortSide < SHORTEST_SIDE) {
            throw new Rejected(PhotoProblem.TOO_SMALL);
        }
        if (width > MOST_PIXELS / height) {
            throw new Rejected(PhotoProblem.TOO_MANY_PIXELS);
        }
        var header = new Header((int) width, (int) height, orientation, profile);
        if (Math.min(header.reduced(header.width), header.reduced(header.height)) < SHORTEST_SIDE) {
            throw new Rejected(PhotoProblem.TOO_SMALL);
        }
        return header;
    }

    /** In pixels, as stored. */
    int width() {
        return width;
    }

    /** In pixels, as stored. */
    int height() {
        return height;
    }

    /** 1 to 8 as EXIF counts them. */
    int orientation() {
        return orientation;
    }

    /** Whether width and height change places when the picture is put upright. */
    boolean isTurnedOver() {
        return orientation > 4;
    }

    /** The colour profile; empty where there is none, or none of a sensible size. */
    byte[] profile() {
        return profile;
    }

    /** A side as long as it will be in the clean copy. */
    int reduced(int side) {
        var longest = Math.max(width, height);
        return longest <= PhotoInspector.LONGEST_SIDE
                ? side
                : Math.max(1, Math.round((float) side * PhotoInspector.LONGEST_SIDE / longest));
    }
}
