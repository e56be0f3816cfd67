package app.aisha.adapters.ffmpeg;

/**
 * Whether left and right are two voices, each on a channel of its own, as in recorded calls: most of the time just one side
 * is heard, and now it is the one and now the other. Two microphones in one room hear both voices and are not apart.
 */
final class Sides {

    private static final int CHANNEL_FRAME = 640;
    private static final int FRAME = 2 * CHANNEL_FRAME;
    private static final int SAMPLE = 4;

    /** Decibels of full scale; what is quieter is nobody's voice. */
    private static final int AUDIBLE = -45;

    /** Decibels by which the other side is quieter when only one is heard. */
    private static final int APART = 12;

    private static final int LEAST_FRAMES = 50;
    private static final double MOSTLY = 0.7;
    private static final double EACH = 0.05;

    private final byte[] left = new byte[CHANNEL_FRAME];
    private final byte[] right = new byte[CHANNEL_FRAME];
    private int filled;
    private int onLeft;
    private int onRight;
    private int onBoth;

    /** Takes the next samples: 16 kHz, 16 bit little endian, left and right in turn. */
    void add(byte[] block) {
        for (var sample : block) {
            var side = filled % SAMPLE < 2 ? left : right;
            side[filled / SAMPLE * 2 + filled % 2] = sample;
            filled++;
            if (filled == FRAME) {
                count(Loudness.of(left, 0, CHANNEL_FRAME), Loudness.of(right, 0, CHANNEL_FRAME));
                filled = 0;
            }
        }
    }

    private void count(int levelLeft, int levelRight) {
        if (Math.max(levelLeft, levelRight) < AUDIBLE) {
            return;
        }
        if (levelLeft - levelRight >= APART) {
            onLeft++;
        } else if (levelRight - levelLeft >= APART) {
            onRight++;
        } else {
            onBoth++;
        }
    }

    boolean areApart() {
        var heard = onLeft + onRight + onBoth;
        return heard >= LEAST_FRAMES && onLeft + onRight >= MOSTLY * heard && Math.min(onLeft, onRight) >= EACH * heard;
    }
}
