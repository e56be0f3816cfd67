package app.aisha.adapters.ffmpeg;

/**
 * How loud the frames of a recording have been so far, and so which of them count as silence: those nearer to the quietest
 * ones than to speech. The threshold lies a quarter of the way from the 5th to the 90th percentile, at least 6 dB above
 * the one and below the other, and never under -60 dB, which nobody hears. A recording with a loud background, of which no
 * fixed threshold would find a pause, is so cut as well as a clean one.
 */
final class Loudness {

    /** Of a frame without any sound. */
    static final int NOTHING = -100;

    private static final int INAUDIBLE = -60;
    private static final double FULL_SCALE = 32768.0 * 32768.0;
    private static final int LEAST_DISTANCE = 6;
    private static final int CLEAR_DISTANCE = 2 * LEAST_DISTANCE;

    private final long[] frames = new long[1 - NOTHING];
    private long count;

    /** Decibels of full scale, rounded, of 16 bit little endian samples. */
    static int of(byte[] pcm, int from, int to) {
        var sum = 0.0;
        for (var i = from; i + 1 < to; i += 2) {
            var sample = (double) ((pcm[i + 1] << 8) | (pcm[i] & 0xFF));
            sum += sample * sample;
        }
        var mean = sum / Math.max(1, (to - from) / 2);
        return Math.clamp(Math.round(10 * Math.log10(mean / FULL_SCALE)), NOTHING, 0);
    }

    void count(int level) {
        frames[level - NOTHING]++;
        count++;
    }

    /** Frames quieter than this are silence, as far as is known by now. */
    double threshold() {
        var floor = percentile(0.05);
        var top = percentile(0.9);
        var between = floor + Math.max(LEAST_DISTANCE, (top - floor) * 0.25);
        return Math.max(INAUDIBLE, Math.min(between, top - LEAST_DISTANCE));
    }

    /** Whether quiet and loud are far enough apart for quiet frames to be pauses and not just quieter words. */
    boolean tellsPauses() {
        return threshold() <= INAUDIBLE || percentile(0.9) - percentile(0.05) >= CLEAR_DISTANCE;
    }

    private int percentile(double share) {
        var wanted = Math.max(1, Math.round(count * share));
        var seen = 0L;
        for (var bin = 0; bin < frames.length; bin++) {
            seen += frames[bin];
            if (seen >= wanted) {
                return bin + NOTHING;
            }
        }
        return 0;
    }
}
