package app.aisha.adapters.photos;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.PictureHash;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final int PICTURES = 60;
    private static final int WIDTH = 800;
    private static final int HEIGHT = 660;
    private static final double RECALL = 0.95;
    private static final double FALSE_ALARMS = 0.01;

    private final List<BufferedImage> pictures = IntStream.range(0, PICTURES)
            .mapToObj(seed -> Scenes.scene(seed, WIDTH, HEIGHT))
            .toList();
    private final List<PictureHash> hashes =
            pictures.stream().map(FingerprintTest::hash).toList();

    @Test
    void aPictureSavedAgainIsFound() {
        assertThat(recall(FingerprintTest::savedAgain)).isGreaterThanOrEqualTo(RECALL);
    }

    @Test
    void aPictureMadeSmallerIsFound() {
        assertThat(recall(FingerprintTest::smaller)).isGreaterThanOrEqualTo(RECALL);
    }

    @Test
    void aMirroredPictureIsFound() {
        assertThat(recall(Scenes::mirrored)).isGreaterThanOrEqualTo(RECALL);
    }

    @Test
    void allOfItAtOnceIsFoundToo() {
        assertThat(recall(picture -> savedAgain(smaller(Scenes.mirrored(picture)))))
                .isGreaterThanOrEqualTo(RECALL);
    }

    @Test
    void differentPicturesAreTakenForDifferent() {
        var distances = new ArrayList<Integer>();
        for (var one = 0; one < PICTURES; one++) {
            for (var other = 0; other < one; other++) {
                distances.add(hashes.get(one).distance(hashes.get(other)));
            }
        }

        var same = distances.stream().filter(it -> it <= PictureHash.SAME).count();
        assertThat((double) same / distances.size()).isLessThanOrEqualTo(FALSE_ALARMS);
        distances.sort(null);
        System.out.printf("%d pairs of different pictures: nearest %d bits%n", distances.size(), distances.getFirst());
    }

    private double recall(UnaryOperator<BufferedImage> change) {
        var distances = IntStream.range(0, PICTURES)
                .map(i -> hash(change.apply(pictures.get(i))).distance(hashes.get(i)))
                .sorted()
                .toArray();
        System.out.printf("%d copies: farthest %d bits%n", PICTURES, distances[PICTURES - 1]);
        return (double) IntStream.of(distances)
                        .filter(it -> it <= PictureHash.SAME)
                        .count()
                / PICTURES;
    }

    private static BufferedImage savedAgain(BufferedImage picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(PhotoBytes.jpeg(picture, 0.6f)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static BufferedImage smaller(BufferedImage picture) {
        return Scenes.redrawn(picture, BufferedImage.TYPE_3BYTE_BGR, WIDTH * 4 / 5, HEIGHT * 4 / 5);
    }

    private static PictureHash hash(BufferedImage picture) {
        var canvas = new Canvas(picture.getWidth(), picture.getHeight(), picture.getWidth(), picture.getHeight());
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                var rgb = picture.getRGB(x, y);
                canvas.set(x, y, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb);
            }
        }
        return Fingerprint.of(Grey.of(Upright.of(canvas, Exif.UPRIGHT)));
    }
}
