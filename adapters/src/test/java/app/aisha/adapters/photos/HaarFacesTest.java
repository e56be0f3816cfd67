package app.aisha.adapters.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.aisha.core.avatar.PhotoInspector.Face;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Eileen Collins, photographed by NASA; the photo is in the public domain. */
class HaarFacesTest {

    private static final HaarFaces FACES = new HaarFaces();

    private final BufferedImage portrait;

    HaarFacesTest() throws IOException {
        this.portrait = ImageIO.read(HaarFacesTest.class.getResource("astronaut.jpg"));
    }

    @Test
    void findsTheFaceOfAPortrait() {
        assertThat(in(portrait)).singleElement().satisfies(face -> {
            assertThat(face.left() + face.width() / 2).isCloseTo(0.44, within(0.03));
            assertThat(face.top() + face.height() / 2).isCloseTo(0.22, within(0.04));
            assertThat(face.width()).isBetween(0.12, 0.28);
        });
    }

    @Test
    void findsItInAMirrorAndSmaller() {
        assertThat(in(Scenes.mirrored(portrait)))
                .singleElement()
                .satisfies(face -> assertThat(face.left() + face.width() / 2).isCloseTo(0.56, within(0.03)));
        var far = new BufferedImage(1024, 1024, BufferedImage.TYPE_3BYTE_BGR);
        far.createGraphics().drawImage(portrait, 300, 300, null);
        assertThat(in(far)).hasSize(1);
    }

    @Test
    void countsSeveral() {
        var two = new BufferedImage(1024, 512, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = two.createGraphics();
        graphics.drawImage(portrait, 0, 0, null);
        graphics.drawImage(Scenes.mirrored(portrait), 512, 0, null);
        graphics.dispose();

        assertThat(in(two)).hasSize(2);
    }

    @Test
    void seesNoneWhereThereIsNone() {
        for (var seed = 0; seed < 15; seed++) {
            assertThat(in(Scenes.scene(seed, 700, 600))).as("Seed %d", seed).isEmpty();
        }
        var body = portrait.getSubimage(0, 256, 512, 256);
        assertThat(in(Scenes.redrawn(body, BufferedImage.TYPE_3BYTE_BGR, 1024, 512)))
                .isEmpty();
    }

    private static List<Face> in(BufferedImage picture) {
        var canvas = new Canvas(picture.getWidth(), picture.getHeight(), picture.getWidth(), picture.getHeight());
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                var rgb = picture.getRGB(x, y);
                canvas.set(x, y, (byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb);
            }
        }
        return FACES.in(Grey.of(Upright.of(canvas, Exif.UPRIGHT)));
    }
}
