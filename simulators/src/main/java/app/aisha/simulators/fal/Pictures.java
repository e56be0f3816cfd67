package app.aisha.simulators.fal;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** JPEG and PNG in and out of pixels. */
final class Pictures {

    private Pictures() {}

    /** @throws IOException when the JDK cannot read it as an image */
    static BufferedImage read(byte[] bytes) throws IOException {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(bytes));
            if (image == null) {
                throw new IOException("no image");
            }
            return image;
        } catch (IndexOutOfBoundsException | IllegalArgumentException damaged) {
            throw new IOException("damaged image", damaged);
        }
    }

    /** @param format {@code jpeg} or {@code png} */
    static byte[] write(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** The largest square of the middle, scaled to this side. */
    static BufferedImage square(BufferedImage image, int side) {
        var edge = Math.min(image.getWidth(), image.getHeight());
        var left = (image.getWidth() - edge) / 2;
        var top = (image.getHeight() - edge) / 2;
        var square = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var canvas = square.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, 0, 0, side, side, left, top, left + edge, top + edge, Color.WHITE, null);
        canvas.dispose();
        return square;
    }
}
