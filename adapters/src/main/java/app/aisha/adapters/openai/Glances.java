package app.aisha.adapters.openai;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * What a model gets to see of a picture: a JPEG that is no larger than what it would make of it by itself. Each needs at most 40
 * MB of heap; two are made at once, others wait.
 */
final class Glances {

    /** Models see no more of a picture than this, in pixels. */
    static final int LONGEST_SIDE = 1536;

    private static final int AT_ONCE = 2;
    private static final float QUALITY = 0.85f;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    /**
     * Upright and of the same proportions.
     *
     * @param jpeg upright; a small one is left as it is
     */
    byte[] of(Path jpeg) throws InterruptedException {
        places.acquire();
        try {
            return copy(jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture of ours cannot be read", e);
        } finally {
            places.release();
        }
    }

    private static byte[] copy(Path jpeg) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (var input = ImageIO.createImageInputStream(jpeg.toFile())) {
            reader.setInput(input, true, true);
            return Math.max(reader.getWidth(0), reader.getHeight(0)) <= LONGEST_SIDE
                    ? Files.readAllBytes(jpeg)
                    : encoded(scaled(coarse(reader)));
        } finally {
            reader.dispose();
        }
    }

    /** At least as large as the copy, less than twice. */
    private static BufferedImage coarse(ImageReader reader) throws IOException {
        var step = Math.max(reader.getWidth(0), reader.getHeight(0)) / LONGEST_SIDE;
        var wishes = reader.getDefaultReadParam();
        wishes.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, wishes);
    }

    private static BufferedImage scaled(BufferedImage picture) {
        var scale = (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight());
        var width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = copy.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.drawImage(picture, 0, 0, width, height, null);
        } finally {
            canvas.dispose();
        }
        return copy;
    }

    private static byte[] encoded(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var wishes = writer.getDefaultWriteParam();
            wishes.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wishes.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), wishes);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
