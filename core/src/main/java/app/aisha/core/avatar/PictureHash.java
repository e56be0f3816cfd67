package app.aisha.core.avatar;

/**
 * A fingerprint that stays nearly the same when a picture is saved again, resized or mirrored.
 *
 * @param upright of the picture
 * @param mirrored of the picture as a mirror shows it
 */
public record PictureHash(long upright, long mirrored) {

    /** How many of the 64 bits differ in the better of the two readings. */
    public int distance(PictureHash other) {
        return Math.min(Long.bitCount(upright ^ other.upright), Long.bitCount(mirrored ^ other.upright));
    }
}
