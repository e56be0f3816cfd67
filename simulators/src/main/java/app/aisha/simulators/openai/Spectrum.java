package app.aisha.simulators.openai;

/**
 * Energy of one 20 ms frame in frequency bands, compressed like loudness (power 0.2), which keeps quiet detail that a
 * lossy codec preserves and flattens what it does not. Not thread-safe: one per stream.
 */
final class Spectrum {
    static final int BANDS = 8;
    private static final int SIZE = 512;
    private static final double LOWEST_HZ = 100;
    private static final double HIGHEST_HZ = 6_000;
    private static final double COMPRESSION = 0.2;

    private final double[] re = new double[SIZE];
    private final double[] im = new double[SIZE];
    private final double[] cos = new double[SIZE / 2];
    private final double[] sin = new double[SIZE / 2];
    private final int[] edges = new int[BANDS + 1];

    Spectrum() {
        for (int i = 0; i < SIZE / 2; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / SIZE);
            sin[i] = Math.sin(2 * Math.PI * i / SIZE);
        }
        for (int i = 0; i <= BANDS; i++) {
            double hz = LOWEST_HZ * Math.pow(HIGHEST_HZ / LOWEST_HZ, (double) i / BANDS);
            edges[i] = Math.max(i == 0 ? 1 : edges[i - 1] + 1, (int) Math.round(hz * SIZE / Sound.RATE));
        }
    }

    /**
     * Writes {@link #BANDS} values into {@code bands} from {@code at} on.
     *
     * @return the mean square of the samples
     */
    float measure(byte[] samples, int count, float[] bands, int at) {
        double power = 0;
        for (int i = 0; i < SIZE; i++) {
            re[i] = 2 * i + 1 < samples.length ? (short) ((samples[2 * i] & 0xff) | (samples[2 * i + 1] << 8)) : 0;
            im[i] = 0;
            power += re[i] * re[i];
        }
        if (power > 0) {
            transform();
        }
        for (int band = 0; band < BANDS; band++) {
            double energy = 0;
            for (int k = edges[band]; k < edges[band + 1]; k++) {
                energy += re[k] * re[k] + im[k] * im[k];
            }
            bands[at + band] = (float) Math.pow(energy, COMPRESSION);
        }
        return (float) (power / count);
    }

    private void transform() {
        for (int i = 1, j = 0; i < SIZE; i++) {
            int bit = SIZE >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                double kept = re[i];
                re[i] = re[j];
                re[j] = kept;
            }
        }
        for (int half = 1; half < SIZE; half <<= 1) {
            butterflies(half);
        }
    }

    private void butterflies(int half) {
        int step = SIZE / (2 * half);
        for (int start = 0; start < SIZE; start += 2 * half) {
            for (int k = 0; k < half; k++) {
                int a = start + k;
                int b = a + half;
                double wr = cos[k * step];
                double wi = -sin[k * step];
                double r = re[b] * wr - im[b] * wi;
                double i = re[b] * wi + im[b] * wr;
                re[b] = re[a] - r;
                im[b] = im[a] - i;
                re[a] += r;
                im[a] += i;
            }
        }
    }
}
