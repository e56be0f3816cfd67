package app.aisha.adapters.photos;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.picture.PictureFinisher.Finding;
import app.aisha.core.picture.PixelSize;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and what only looks as if it should be. */
class UnusablePictureTest {

    private static final PixelSize SIZE = new PixelSize(600, 530);
    private static final BufferedImage SCENE = Scenes.scene(7, SIZE.width(), SIZE.height());
    private static final int HOSTILE = 200;

    @TempDir
    private Path folder;

    private FinishingTable table;

    @BeforeEach
    void setUp() throws Exception {
        table = new FinishingTable(folder);
    }

    @Test
    void aFileThatEndsTooEarlyIsRefusedWhereverItEnds() throws Exception {
        for (var whole : List.of(PhotoBytes.jpeg(SCENE, 0.9f), PhotoBytes.png(SCENE), PhotoBytes.webp(SCENE, false))) {
            for (var length = 0; length < whole.length; length += 1024) {
                table.unusable(Arrays.copyOf(whole, length), SIZE);
            }
            table.unusable(Arrays.copyOf(whole, whole.length - 2), SIZE);
            table.finished(whole, SIZE, Optional.empty());
        }
    }

    @Test
    void theSizeHasToBeTheOneThatWasAskedFor() throws Exception {
        for (var whole : List.of(PhotoBytes.jpeg(SCENE, 0.9f), PhotoBytes.png(SCENE), PhotoBytes.webp(SCENE, false))) {
            for (var other : List.of(new PixelSize(530, 600), new PixelSize(601, 530), new PixelSize(600, 529))) {
                assertThat(table.unusable(whole, other)).isEqualTo("is 600 × 530");
            }
        }
        assertThat(table.unusable(PhotoBytes.flatPng(7072, 7072, 1, 0, 1), SIZE))
                .isEqualTo("too many pixels");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><title>502</title>",
                "{\"detail\": \"expired\"}",
                "GIF89a\1\0\1\0",
                "%PDF-1.7"
            })
    void whatIsNoPictureIsRefused(String file) throws Exception {
        assertThat(table.unusable(PhotoBytes.latin(file), SIZE)).isNotEmpty();
    }

    @Test
    void chanceIsNoPicture() throws Exception {
        var random = new Random(11);
        for (var i = 0; i < 50; i++) {
            var bytes = new byte[random.nextInt(5000)];
            random.nextBytes(bytes);
            table.unusable(bytes, SIZE);
        }
    }

    /** A level of grey everywhere, and what is added to it by chance. */
    @ParameterizedTest
    @CsvSource({"0, 1, true", "0, 3, true", "3, 1, true", "0, 6, true", "5, 1, false", "8, 1, false", "0, 25, false"})
    void evenPictures(int level, int noise, boolean isBlack) throws Exception {
        var random = new Random(5);
        var picture = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_3BYTE_BGR);
        for (var y = 0; y < SIZE.height(); y++) {
            for (var x = 0; x < SIZE.width(); x++) {
                picture.setRGB(x, y, (level + random.nextInt(noise)) * 0x010101);
            }
        }

        assertThat(isBlack(PhotoBytes.png(picture))).isEqualTo(isBlack);
        assertThat(isBlack(PhotoBytes.jpeg(picture, 0.9f))).isEqualTo(isBlack);
    }

    @Test
    void theNightIsNotBlack() throws Exception {
        var stars = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_3BYTE_BGR);
        var graphics = stars.createGraphics();
        for (var star = 0; star < 30; star++) {
            graphics.fillOval(star * 97 % SIZE.width(), star * 61 % SIZE.height(), 3, 3);
        }
        var sky = new BufferedImage(SIZE.width(), SIZE.height(), BufferedImage.TYPE_3BYTE_BGR);
        var dusk = sky.createGraphics();
        dusk.setPaint(new GradientPaint(0, 0, Color.BLACK, 0, SIZE.height(), new Color(10, 10, 14)));
        dusk.fillRect(0, 0, SIZE.width(), SIZE.height());
        var portrait = Scenes.redrawn(
                ImageIO.read(HaarFacesTest.class.getResource("astronaut.jpg")),
                BufferedImage.TYPE_3BYTE_BGR,
                SIZE.width(),
                SIZE.height());
        for (var picture : List.of(stars, sky, darkened(portrait, 33), darkened(portrait, 10))) {
            assertThat(isBlack(PhotoBytes.png(picture))).isFalse();
            assertThat(isBlack(PhotoBytes.jpeg(picture, 0.7f))).isFalse();
        }
        assertThat(isBlack(PhotoBytes.png(darkened(portrait, 100)))).isTrue();
    }

    @Test
    void hostileFilesAreRefusedOrFinished() throws Exception {
        var corpus = new PhotoCorpus();
        var outcomes = new TreeMap<String, Integer>();
        for (var seed = 0; seed < HOSTILE; seed++) {
            switch (table.finish(corpus.file(seed), SIZE, seed % 3 == 0 ? Optional.of("AI") : Optional.empty())) {
                case Finding.Finished finished -> {
                    assertThat(finished.size()).isEqualTo(SIZE);
                    assertThat(table.picture().getWidth()).isEqualTo(SIZE.width());
                    assertThat(new Segments(Files.readAllBytes(table.picturePath())).xmp())
                            .containsOnlyOnce("trainedAlgorithmicMedia");
                    outcomes.merge(finished.contentType(), 1, Integer::sum);
                }
                case Finding.Unusable(var why) -> {
                    assertThat(table.picturePath()).doesNotExist();
                    assertThat(table.thumbnailPath()).doesNotExist();
                    outcomes.merge(why.toLowerCase(Locale.ROOT).replaceAll("\\d+", "n"), 1, Integer::sum);
                }
            }
        }

        assertThat(outcomes).containsKeys("image/jpeg", "image/png", "broken", "is n × n");
        System.out.printf("%d hostile pictures (seeds 0 to %d): %s%n", HOSTILE, HOSTILE - 1, outcomes);
    }

    private boolean isBlack(byte[] picture) throws Exception {
        return table.finish(picture, SIZE, Optional.empty()).equals(new Finding.Unusable("is black"));
    }

    private static BufferedImage darkened(BufferedImage picture, int by) {
        var dark = new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                var colour = new Color(picture.getRGB(x, y));
                dark.setRGB(
                        x, y, new Color(colour.getRed() / by, colour.getGreen() / by, colour.getBlue() / by).getRGB());
            }
        }
        return dark;
    }
}
