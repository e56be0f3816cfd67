package app.aisha.app.story;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;

/** Photos of one person in different places: Eileen Collins, photographed by NASA, which is in the public domain. */
final class PhotoSession {

    private static final int SIDE = 900;

    private PhotoSession() {}

    /** So many different ones, as JPEG; the same seed takes the same photos. */
    static List<byte[]> portraits(int count, long seed) {
        var random = new Random(seed);
        var photos = new ArrayList<byte[]>();
        for (var i = 0; i < count; i++) {
            photos.add(jpeg(portrait(random)));
        }
        return photos;
    }

    private static BufferedImage portrait(Random random) {
        var photo = background(random);
        var size = 420 + random.nextInt(330);
        var graphics = photo.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(person(), random.nextInt(SIDE - size), random.nextInt(SIDE - size), size, size, null);
        graphics.dispose();
        return photo;
    }

    /** Shapes of many sizes, so that no two backgrounds are alike. */
    private static BufferedImage background(Random random) {
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        for (var i = 0; i < 40; i++) {
            graphics.setColor(new Color(random.nextInt(0x1000000)));
            var size = 60 + random.nextInt(500);
            graphics.fillRect(random.nextInt(SIDE), random.nextInt(SIDE), size, 40 + random.nextInt(size));
        }
        graphics.dispose();
        return picture;
    }

    /** A photo with nobody on it. */
    static byte[] empty(long seed) {
        return jpeg(background(new Random(seed)));
    }

    /** A photo of the night. */
    static byte[] night() {
        return jpeg(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB));
    }

    private static BufferedImage person() {
        try (var file = Objects.requireNonNull(PhotoSession.class.getResourceAsStream("/photos/astronaut.jpg"))) {
            return ImageIO.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] jpeg(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
