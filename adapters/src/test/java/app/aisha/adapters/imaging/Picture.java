package app.aisha.adapters.imaging;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A picture as a test looks at it. */
record Picture(BufferedImage image) {

    static Picture of(byte[] png) throws IOException {
        return new Picture(ImageIO.read(new ByteArrayInputStream(png)));
    }

    /** How many pixels of a column have exactly this colour. */
    int height(int x, Color color) {
        return (int) IntStream.range(0, image.getHeight())
                .filter(y -> image.getRGB(x, y) == color.getRGB())
                .count();
    }

    /** The columns that have at least one pixel of this colour. */
    List<Integer> columnsWith(Color color) {
        return columns().filter(x -> height(x, color) > 0).boxed().toList();
    }

    private IntStream columns() {
        return IntStream.range(0, image.getWidth());
    }
}
