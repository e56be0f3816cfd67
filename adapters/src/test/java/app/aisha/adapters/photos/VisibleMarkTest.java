package app.aisha.adapters.photos;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.picture.PixelSize;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words in the corner. */
class VisibleMarkTest {

    private static final PixelSize SIZE = new PixelSize(1152, 864);

    /** The legible contrast of WCAG 2.2 for small letters. */
    private static final double LEGIBLE = 4.5;

    @TempDir
    private Path folder;

    private FinishingTable table;

    @BeforeEach
    void setUp() throws Exception {
        table = new FinishingTable(folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xFFFFFF, 0x101010, 0x808080, 0xFFE000, 0x00C8FF})
    void lettersStandOutOnAnyGround(int ground) throws Exception {
        var flat = flat(ground);
        table.finished(PhotoBytes.png(flat), SIZE, Optional.of("Создано ИИ"));

        var corner = cornerOf(table.picture());
        var plate = corner.getRGB(corner.getWidth() - 20, corner.getHeight() - 14);
        var brightest =
                pixels(corner).mapToDouble(VisibleMarkTest::luminance).max().orElseThrow();
        var letters = pixels(corner).filter(rgb -> luminance(rgb) > 0.9).count();

        if (ground != 0xFFFFFF) {
            assertThat(letters).isBetween(200L, 4000L);
        }
        assertThat((brightest + 0.05) / (luminance(plate) + 0.05)).isGreaterThan(LEGIBLE);
    }

    @Test
    void theRestStaysAsItWas() throws Exception {
        var scene = Scenes.scene(9, SIZE.width(), SIZE.height());

        assertThat(table.finished(PhotoBytes.png(scene), SIZE, Optional.of("Made with AI"))
                        .contentType())
                .isEqualTo("image/png");
        var changed = changed(table.picture(), scene, 0);
        assertThat(changed.count()).isBetween(1000, SIZE.width() * SIZE.height() / 50);
        assertThat(changed.left()).isGreaterThan(SIZE.width() / 2);
        assertThat(changed.top()).isGreaterThan(SIZE.height() * 9 / 10);

        assertThat(table.finished(PhotoBytes.jpeg(scene, 0.95f), SIZE, Optional.of("Made with AI"))
                        .contentType())
                .isEqualTo("image/jpeg");
        var top = new PixelSize(SIZE.width(), SIZE.height() * 9 / 10);
        assertThat(PixelAssert.difference(
                        table.picture().getSubimage(0, 0, top.width(), top.height()),
                        scene.getSubimage(0, 0, top.width(), top.height())))
                .isLessThan(4);
    }

    @Test
    void differentWordsLookDifferentAndLongOnesStillFit() throws Exception {
        var noise = noise();
        var marks = List.of("Made with AI", "Создано ИИ", "w".repeat(300));
        for (var words : marks) {
            table.finished(PhotoBytes.png(noise), SIZE, Optional.of(words));
            var changed = changed(table.picture(), noise, 0);
            assertThat(changed.left()).as(words).isPositive();
            assertThat(changed.count()).as(words).isPositive();
        }
        table.finished(PhotoBytes.png(noise), SIZE, Optional.of("Made with AI"));
        var one = table.picture();
        table.finished(PhotoBytes.png(noise), SIZE, Optional.of("Made with IA"));
        assertThat(changed(table.picture(), one, 100).count()).isGreaterThan(20);
    }

    @Test
    void allLettersOfBothLanguagesAreInTheFont() {
        assertThat(FinishingTable.font().canDisplayUpTo("Made with AI Создано нейросетью, ёщъ"))
                .isEqualTo(-1);
    }

    /** What is painted over, as a rectangle's upper left corner and the number of pixels. */
    private record Changed(int left, int top, int count) {}

    private static Changed changed(BufferedImage one, BufferedImage other, int more) {
        var left = one.getWidth();
        var top = one.getHeight();
        var count = 0;
        for (var y = 0; y < one.getHeight(); y++) {
            for (var x = 0; x < one.getWidth(); x++) {
                if (PixelAssert.difference(one.getRGB(x, y), other.getRGB(x, y)) > more) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    count++;
                }
            }
        }
        return new Changed(left, top, count);
    }

    /** The last rows and columns, in which the plate lies. */
    private static BufferedImage cornerOf(BufferedImage picture) {
        return picture.getSubimage(picture.getWidth() - 200, picture.getHeight() - 40, 200, 40);
    }

    private static IntStream pixels(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(at -> image.getRGB(at % image.getWidth(), at / image.getWidth()));
    }

    /** Relative, as WCAG defines it. */
    private static double luminance(int rgb) {
        var colour = new Color(rgb).getRGBColorComponents(null);
        var weights = new double[] {0.2126, 0.7152, 0.0722};
        return IntStream.range(0, 3)
                .mapToDouble(band -> weights[band]
                        * (colour[band] <= 0.04045
                                ? colour[band] / 12.92
                                : Math.pow((colour[band] + 0.055) / 1.055, 2.4)))
                .sum();
    }

    private static BufferedImage flat(int rgb) {
        var flat = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = flat.createGraphics();
        graphics.setColor(new Color(rgb));
        graphics.fillRect(0, 0, SIZE.width(), SIZE.height());
        graphics.dispose();
        return flat;
    }

    private static BufferedImage noise() {
        var random = new Random(2);
        var noise = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_3BYTE_BGR);
        for (var y = 0; y < SIZE.height(); y++) {
            for (var x = 0; x < SIZE.width(); x++) {
                noise.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return noise;
    }
}
