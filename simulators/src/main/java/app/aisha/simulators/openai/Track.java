package app.aisha.simulators.openai;

/** Band energies in time, ready to be compared by normalised cross-correlation, each band about its own mean. */
final class Track {
    private static final int BANDS = Spectrum.BANDS;

    private final float[] values;
    private final int frames;
    private final double[] sums;
    private final double[] squares;

    Track(float[] values) {
        this.values = values;
        this.frames = values.length / BANDS;
        this.sums = new double[(frames + 1) * BANDS];
        this.squares = new double[frames + 1];
        for (int i = 0; i < frames; i++) {
            double square = 0;
            for (int b = 0; b < BANDS; b++) {
                float value = values[i * BANDS + b];
                sums[(i + 1) * BANDS + b] = sums[i * BANDS + b] + value;
                square += (double) value * value;
            }
            squares[i + 1] = squares[i] + square;
        }
    }

    int frames() {
        return frames;
    }

    /** The same track with {@code factor} frames averaged into one; a rest shorter than that is dropped. */
    Track coarse(int factor) {
        var averaged = new float[frames / factor * BANDS];
        for (int i = 0; i < averaged.length; i++) {
            int first = i / BANDS * factor;
            int band = i % BANDS;
            averaged[i] = (float) ((sums[(first + factor) * BANDS + band] - sums[first * BANDS + band]) / factor);
        }
        return new Track(averaged);
    }

    Track first(int count) {
        return count >= frames ? this : new Track(java.util.Arrays.copyOf(values, count * BANDS));
    }

    /** The same track with each band shifted to mean zero, which {@link #score} wants of a query. */
    Track centred() {
        var centred = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = (float) (values[i] - sums[frames * BANDS + i % BANDS] / frames);
        }
        return new Track(centred);
    }

    /**
     * How alike the {@linkplain #centred() centred} query and this track are from frame {@code at} on.
     *
     * @return from -1 to 1; 0 where either does not vary
     */
    double score(Track query, int at) {
        int n = query.frames;
        double own = squares[at + n] - squares[at];
        for (int b = 0; b < BANDS; b++) {
            double sum = sums[(at + n) * BANDS + b] - sums[at * BANDS + b];
            own -= sum * sum / n;
        }
        double norm = own * query.squares[n];
        if (norm < 1e-6) {
            return 0;
        }
        float product = 0;
        double total = 0;
        int offset = at * BANDS;
        for (int i = 0; i < query.values.length; i += BANDS) {
            product = 0;
            for (int b = 0; b < BANDS; b++) {
                product += query.values[i + b] * values[offset + i + b];
            }
            total += product;
        }
        return total / Math.sqrt(norm);
    }
}
