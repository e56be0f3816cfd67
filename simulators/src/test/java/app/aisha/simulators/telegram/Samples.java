package app.aisha.simulators.telegram;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Small files to send. */
final class Samples {

    private Samples() {}

    static MultipartForm.File file(String name, String content) {
        return new MultipartForm.File(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8));
    }

    static MultipartForm.File photo(int width, int height) throws IOException {
        return new MultipartForm.File("photo.png", "image/png", image(width, height));
    }

    static byte[] image(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.ORANGE);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** The last page of an Opus stream of that length. */
    static byte[] ogg(int seconds) {
        var page = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        page.put("OggS".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 0)
                .put((byte) 4)
                .putLong(seconds * 48_000L);
        return page.array();
    }
}
