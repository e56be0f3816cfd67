package app.aisha.simulators.telegram;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * Turns an image into the JPEGs of rising size that Telegram keeps of a photo. What the JDK cannot read (WebP among it)
 * is refused. Safe for use by many threads.
 */
final class Photos {

    private static final int[] SIDES = {90, 320, 800, 1280};
    private static final int MAX_SUM = 10_000;
    private static final int MAX_RATIO = 20;
    private static final int REMEMBERED = 500;

    private final Blobs blobs;
    private final Map<String, List<Media.Variant>> done = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Media.Variant>> eldest) {
            return size() > REMEMBERED;
        }
    });

    Photos(Blobs blobs) {
        this.blobs = blobs;
        // Drawing must never look for a screen.
        System.setProperty("java.awt.headless", "true");
    }

    /**
     * All sizes, ascending; the largest has at most 1280 pixels a side.
     *
     * @throws Refusal if it is no image or too long a strip
     */
    Media.Fresh of(Blob blob) throws IOException {
        var known = done.get(blob.hash());
        var variants = known == null ? scaled(blob) : known;
        done.put(blob.hash(), variants);
        return new Media.Fresh(StoredFile.Kind.PHOTO, variants);
    }

    private List<Media.Variant> scaled(Blob blob) throws IOException {
        var image = read(blobs.path(blob.hash()));
        var longest = Math.max(image.getWidth(), image.getHeight());
        List<Media.Variant> variants = new ArrayList<>();
        for (var side : SIDES) {
            if (side < longest) {
                variants.add(variant(image, side));
            }
        }
        if (longest <= SIDES[SIDES.length - 1]) {
            variants.add(variant(image, longest));
        }
        return List.copyOf(variants);
    }

    private static BufferedImage read(Path file) throws IOException {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var reader = reader(in).orElseThrow(Photos::unreadable);
            try {
                reader.setInput(in, true, true);
                checkShape(reader.getWidth(0), reader.getHeight(0));
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException damaged) {
            throw unreadable();
        }
    }

    private static Optional<ImageReader> reader(Object in) {
        var readers = ImageIO.getImageReaders(in);
        return readers.hasNext() ? Optional.of(readers.next()) : Optional.empty();
    }

    private static Refusal unreadable() {
        return Refusal.badRequest("IMAGE_PROCESS_FAILED");
    }

    private static void checkShape(int width, int height) {
        var ratio = (double) Math.max(width, height) / Math.min(width, height);
        if (width + height > MAX_SUM || ratio > MAX_RATIO) {
            throw Refusal.badRequest("PHOTO_INVALID_DIMENSIONS");
        }
    }

    private Media.Variant variant(BufferedImage image, int side) throws IOException {
        var scale = (double) side / Math.max(image.getWidth(), image.getHeight());
        var width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        var height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        canvas.dispose();
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(small, "jpg", jpeg);
        var blob = blobs.store(new ByteArrayInputStream(jpeg.toByteArray()), Long.MAX_VALUE);
        return new Media.Variant(
                blob.hash(), blob.size(), Json.object().put("width", width).put("height", height));
    }
}
