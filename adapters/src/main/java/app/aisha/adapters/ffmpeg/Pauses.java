package app.aisha.adapters.ffmpeg;

import java.util.OptionalInt;

/**
 * Looks for the best place to end a piece: the middle of a long pause that is not far from the wanted length. All numbers
 * are frames from the beginning of the piece.
 */
final class Pauses {

    private static final double EARLIEST = 0.6;
    private static final double FRAMES_PER_SECOND = 50;
    private static final double LONG_ENOUGH = 1.5;
    private static final double PRICE_OF_DISTANCE = 0.8;

    /** A shorter one is a breath or a consonant: 240 ms. */
    private static final int SHORTEST = 12;

    private static final int MARGIN = SHORTEST / 2;

    private final int target;
    private double best = Double.NEGATIVE_INFINITY;
    private int place = -1;

    private Pauses(int target) {
        this.target = target;
    }

    /**
     * The place of the best pause.
     *
     * @param good a pause of less worth does not count; negative infinity takes any
     */
    static OptionalInt best(int[] levels, int count, double threshold, int target, double good) {
        var pauses = new Pauses(target);
        var start = 0;
        for (var frame = 0; frame <= count; frame++) {
            if (frame == count || levels[frame] >= threshold) {
                pauses.consider(start, frame);
                start = frame + 1;
            }
        }
        return pauses.place >= 0 && pauses.best > good ? OptionalInt.of(pauses.place) : OptionalInt.empty();
    }

    private void consider(int start, int end) {
        var earliest = Math.max(start + MARGIN, (int) (EARLIEST * target));
        if (end - start < SHORTEST || earliest > end - MARGIN) {
            return;
        }
        var middle = Math.max((start + end) / 2, earliest);
        var worth = Math.min((end - start) / FRAMES_PER_SECOND, LONG_ENOUGH)
                - PRICE_OF_DISTANCE * Math.abs(middle - target) / target;
        if (worth > best) {
            best = worth;
            place = middle;
        }
    }
}
