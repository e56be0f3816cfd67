package app.aisha.core.avatar;

/**
 * A fingerprint that stays nearly the same when a picture is saved again, resized or mirrored.
 *
 * @param upright of the picture
 * @param mirrored of the picture as a mirror shows it
 */
public record PictureHash(long upright, long mirrored) {

    /**
     * Up to how many differing bits two pictures are the same one. Copies saved at a quality of 60, reduced to 80 % or
     * mirrored differ in few bits, different pictures in about 32; see docs/adr/0025-photos.md for the figures.
     */
    public static final int SAME = 10;

    /** How many of the 64 bits differ in the better of the two readings. */
    public int distance(PictureHash other) {
        return Math.min(Long.bitCount(upright ^ other.upright), Long.bitCount(mirrored ^ other.upright));
    }

    /** Whether both show the same picture, also when one is the mirrored other. */
    public boolean isSameAs(PictureHash other) {
        return distance(other) <= SAME;
    }
}
