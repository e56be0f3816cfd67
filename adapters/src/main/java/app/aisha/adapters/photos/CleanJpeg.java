package app.aisha.adapters.photos;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageOutputStream;

/** Writes JPEGs that hold pixels and tables and nothing else. */
final class CleanJpeg {

    private static final float QUALITY = 0.92f;
    private static final float QUALITY_OF_THUMBNAIL = 0.8f;
    private static final int THUMBNAIL = 320;

    private CleanJpeg() {}

    static void write(Upright picture, Path file) throws IOException {
        write(picture.image(), QUALITY, file);
    }

    static void writeThumbnail(Upright picture, Path file) throws IOException {
        writeSmall(small(picture), file);
    }

    /** Where a small file is worth more than every detail. */
    static void writeSmall(BufferedImage picture, Path file) throws IOException {
        write(picture, QUALITY_OF_THUMBNAIL, file);
    }

    private static void write(BufferedImage image, float quality, Path file) throws IOException {
        Files.deleteIfExists(file);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = new FileImageOutputStream(file.toFile())) {
            var wishes = writer.getDefaultWriteParam();
            wishes.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wishes.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), wishes);
        } finally {
            writer.dispose();
        }
    }

    /** Every pixel is the mean of those it stands for. */
    private static BufferedImage small(Upright picture) {
        var longest = Math.max(picture.width(), picture.height());
        var width = Math.max(1, picture.width() * THUMBNAIL / longest);
        var height = Math.max(1, picture.height() * THUMBNAIL / longest);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(
                        x,
                        y,
                        mean(
                                picture,
                                x * picture.width() / width,
                                (x + 1) * picture.width() / width,
                                y * picture.height() / height,
                                (y + 1) * picture.height() / height));
            }
        }
        return image;
    }

    private static int mean(Upright picture, int left, int right, int top, int bottom) {
        var count = (right - left) * (bottom - top);
        var mean = 0;
        for (var band = 0; band < Canvas.BANDS; band++) {
            var sum = 0;
            for (var y = top; y < bottom; y++) {
                for (var x = left; x < right; x++) {
                    sum += picture.sample(x, y, band);
                }
            }
            mean = mean << 8 | sum / count;
        }
        return mean;
    }
}
