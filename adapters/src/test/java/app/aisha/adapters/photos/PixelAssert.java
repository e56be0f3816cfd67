package app.aisha.adapters.photos;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Compares pictures. */
final class PixelAssert {

    private PixelAssert() {}

    /** Decoded by the JDK, to the last bit of every sample as it is stored. */
    static void assertSame(BufferedImage picture, byte[] original) throws IOException {
        var before = ImageIO.read(new ByteArrayInputStream(original)).getRaster();
        var after = picture.getRaster();
        assertThat(after.getBounds()).isEqualTo(before.getBounds());
        assertThat(after.getNumBands()).isEqualTo(before.getNumBands());
        for (var y = 0; y < before.getHeight(); y++) {
            assertThat(after.getPixels(0, y, after.getWidth(), 1, (int[]) null))
                    .as("Row %d", y)
                    .isEqualTo(before.getPixels(0, y, before.getWidth(), 1, (int[]) null));
        }
    }

    /** Mean over all samples, 0 to 255. */
    static double difference(BufferedImage one, BufferedImage other) {
        var sum = 0L;
        for (var y = 0; y < one.getHeight(); y++) {
            for (var x = 0; x < one.getWidth(); x++) {
                sum += difference(one.getRGB(x, y), other.getRGB(x, y));
            }
        }
        return sum / (3.0 * one.getWidth() * one.getHeight());
    }

    static void near(int rgb, int other) {
        assertThat(difference(rgb, other)).as("%06x, %06x", rgb, other).isLessThan(30);
    }

    /** Sum over three samples. */
    static int difference(int rgb, int other) {
        var sum = 0;
        for (var shift = 0; shift < 24; shift += 8) {
            sum += Math.abs((rgb >> shift & 0xFF) - (other >> shift & 0xFF));
        }
        return sum;
    }

    static double brightness(BufferedImage image) {
        var sum = 0L;
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                sum += difference(image.getRGB(x, y), 0);
            }
        }
        return sum / (3.0 * image.getWidth() * image.getHeight());
    }
}
