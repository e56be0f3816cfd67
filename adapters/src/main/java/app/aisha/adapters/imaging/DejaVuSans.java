package app.aisha.adapters.imaging;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The font in the jar {@code net.sf.jasperreports:jasperreports-fonts}, unpacked into a cache folder.
 *
 * <p>Where no font is installed, AWT refuses to load even a font of our own, because it finds nothing for its logical
 * fonts such as SansSerif. Therefore it is told, before it looks around, that DejaVu Sans stands for all of them. This
 * holds for the whole process, and makes text look the same on every machine.
 */
public final class DejaVuSans {

    private static final String LOGICAL_FONTS = "sun.awt.fontconfig";
    private static final String REGULAR = "DejaVuSansCondensed.ttf";
    private static final String BOLD = "DejaVuSansCondensed-Bold.ttf";

    private final Font regular;
    private final Font bold;

    private DejaVuSans(Font regular, Font bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /** Safe among several processes with one cache. */
    public static DejaVuSans unpack(Path cache) throws IOException {
        var folder = Files.createDirectories(cache.toAbsolutePath());
        for (var name : List.of(REGULAR, BOLD)) {
            place(font(name), folder.resolve(name));
        }
        if (System.getProperty(LOGICAL_FONTS) == null) {
            System.setProperty(LOGICAL_FONTS, logicalFonts(folder).toString());
        }
        return new DejaVuSans(load(folder.resolve(REGULAR)), load(folder.resolve(BOLD)));
    }

    Font regular(float size) {
        return regular.deriveFont(size);
    }

    public Font bold(float size) {
        return bold.deriveFont(size);
    }

    private static byte[] font(String name) throws IOException {
        try (var content = DejaVuSans.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/" + name)) {
            if (content == null) {
                throw new FileNotFoundException("No " + name + " on the class path");
            }
            return content.readAllBytes();
        }
    }

    private static Path logicalFonts(Path folder) throws IOException {
        var file = folder.resolve("fontconfig.properties");
        var path = folder.resolve(REGULAR).toString().replace("\\", "\\\\");
        var mapping = """
            version=1
            sequence.allfonts=all
            allfonts.all=DejaVu
            filename.DejaVu=%s
            """.formatted(path);
        place(mapping.getBytes(StandardCharsets.ISO_8859_1), file);
        return file;
    }

    private static void place(byte[] content, Path file) throws IOException {
        var fresh = Files.createTempFile(file.getParent(), "font", ".unpacking");
        try {
            Files.write(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static Font load(Path file) throws IOException {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
        } catch (FontFormatException e) {
            throw new IOException("Not a font: " + file, e);
        }
    }
}
