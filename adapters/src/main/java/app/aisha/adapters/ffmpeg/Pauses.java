package app.aisha.adapters.ffmpeg;

import app.aisha.core.transcript.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Finds the pauses of a piece. All numbers are frames from its beginning. */
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
     * The best place to end a piece: the middle of a long pause that is not far from the wanted length.
     *
     * @param good a pause of less worth does not count; negative infinity takes any
     */
    static OptionalInt best(int[] levels, int count, double threshold, int target, double good) {
        var pauses = new Pauses(target);
        each(levels, count, threshold, pauses::consider);
        return pauses.place >= 0 && pauses.best > good ? OptionalInt.of(pauses.place) : OptionalInt.empty();
    }

    /** All of them, none behind the end of the piece. */
    static List<Stretch> all(int[] levels, int count, double threshold, Duration piece) {
        var all = new ArrayList<Stretch>();
        each(levels, count, threshold, (start, end) -> {
            if (end - start >= SHORTEST) {
                var from = PieceCutter.FRAME.multipliedBy(start);
                var to = PieceCutter.FRAME.multipliedBy(end);
                all.add(new Stretch(from, to.compareTo(piece) < 0 ? to : piece));
            }
        });
        return all;
    }

    private static void each(int[] levels, int count, double threshold, Quiet quiet) {
        var start = 0;
        for (var frame = 0; frame <= count; frame++) {
            if (frame == count || levels[frame] >= threshold) {
                quiet.between(start, frame);
                start = frame + 1;
            }
        }
    }

    @FunctionalInterface
    private interface Quiet {

        void between(int start, int end);
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
