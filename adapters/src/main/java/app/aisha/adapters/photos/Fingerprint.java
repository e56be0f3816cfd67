package app.aisha.adapters.photos;

import app.aisha.core.avatar.PictureHash;
import java.util.Arrays;

/**
 * The slow waves of a picture (its discrete cosine transform, known as pHash): a bit says whether a wave is stronger than
 * half of them. In a mirror, the waves that are odd from left to right change their sign.
 */
final class Fingerprint {

    private static final int SIDE = 32;
    private static final int WAVES = 8;
    private static final double[][] COSINES = cosines();

    private Fingerprint() {}

    static PictureHash of(Grey picture) {
        var waves = waves(picture.reduced(SIDE, SIDE));
        var upright = bits(waves);
        for (var wave = 0; wave < waves.length; wave++) {
            if (across(wave) % 2 == 1) {
                waves[wave] = -waves[wave];
            }
        }
        return new PictureHash(upright, bits(waves));
    }

    /** The first waves but for those that are flat in either direction. */
    private static double[] waves(Grey small) {
        var waves = new double[WAVES * WAVES];
        for (var wave = 0; wave < waves.length; wave++) {
            var sum = 0.0;
            for (var y = 0; y < SIDE; y++) {
                for (var x = 0; x < SIDE; x++) {
                    sum += small.at(x, y) * COSINES[across(wave)][x] * COSINES[1 + wave / WAVES][y];
                }
            }
            waves[wave] = sum;
        }
        return waves;
    }

    private static int across(int wave) {
        return 1 + wave % WAVES;
    }

    private static long bits(double[] waves) {
        var sorted = waves.clone();
        Arrays.sort(sorted);
        var middle = (sorted[waves.length / 2 - 1] + sorted[waves.length / 2]) / 2;
        var bits = 0L;
        for (var wave : waves) {
            bits = bits << 1 | (wave > middle ? 1 : 0);
        }
        return bits;
    }

    private static double[][] cosines() {
        var cosines = new double[WAVES + 1][SIDE];
        for (var wave = 0; wave <= WAVES; wave++) {
            for (var x = 0; x < SIDE; x++) {
                cosines[wave][x] = Math.cos(Math.PI * wave * (2 * x + 1) / (2.0 * SIDE));
            }
        }
        return cosines;
    }
}
