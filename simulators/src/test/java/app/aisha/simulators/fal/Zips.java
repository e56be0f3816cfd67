package app.aisha.simulators.fal;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives of photos. */
final class Zips {
    static final Color SKIN = new Color(224, 172, 105);

    private Zips() {}

    static byte[] photo(Color colour, String format) {
        var image = new BufferedImage(64, 80, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(colour);
        canvas.fillRect(0, 0, 64, 80);
        canvas.dispose();
        return Pictures.write(image, format);
    }

    static byte[] photos(int number) {
        return of(entries(number));
    }

    static Map<String, byte[]> entries(int number) {
        var entries = new LinkedHashMap<String, byte[]>();
        for (var i = 0; i < number; i++) {
            entries.put("%02d.jpg".formatted(i), photo(new Color(224, 172, 105 - i), "jpeg"));
        }
        return entries;
    }

    /** So many photos and one more entry. */
    static byte[] with(int number, String name, byte[] bytes) {
        var entries = entries(number);
        entries.put(name, bytes);
        return of(entries);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] of(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
