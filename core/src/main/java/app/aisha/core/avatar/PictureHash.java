package app.aisha.core.avatar;

/**
 * A fingerprint that stays nearly the same when a picture is saved again, resized or mirrored.
 *
 * @param upright of the picture
 * @param mirrored of the picture as a mirror shows it
 */
public record PictureHash(long upright, long mirrored) {

    private static final int SAME = 10;

    /** How many of the 64 bits differ in the better of the two readings. */
    public int distance(PictureHash other) {
        return Math.min(Long.bitCount(upright ^ other.upright), Long.bitCount(mirrored ^ other.upright));
    }

    /** Whether both are of one picture. */
    public boolean isSameAs(PictureHash other) {
        return distance(other) <= SAME;
    }
}
