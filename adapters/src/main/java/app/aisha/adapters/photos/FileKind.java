package app.aisha.adapters.photos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a file is by its first bytes. */
enum FileKind {
    JPEG,
    PNG,
    WEBP,
    HEIC,
    AVIF,
    GIF,
    OTHER_PICTURE,
    NO_PICTURE;

    private static final String SIGNATURE_OF_PNG = "\u0089PNG\r\n\u001a\n";
    private static final int BEGINNING = 1024;
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1");
    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");

    /** TIFF and raw photos of cameras, BMP, PSD, JPEG XL, JPEG 2000, ICO, EXR, HDR, QOI, DDS, JPEG XR, PCX and others. */
    private static final List<String> OTHERS = List.of(
            "II*\0",
            "MM\0*",
            "II+\0",
            "MM\0+",
            "IIU\0",
            "IIRO",
            "IIRS",
            "FUJIFILMCCD-RAW",
            "BM",
            "8BPS",
            "\u00ff\n",
            "\0\0\0\fJXL ",
            "\0\0\0\fjP  ",
            "\u00ffO\u00ffQ",
            "\0\0\1\0",
            "\0\0\2\0",
            "v/1\1",
            "#?RADIANCE",
            "qoif",
            "DDS ",
            "II\u00bc\1",
            "\u00d7\u00cd\u00c6\u009a",
            "\u008aMNG",
            "\u008bJNG",
            "FLIF",
            "gimp xcf");

    static FileKind of(FileBytes file) throws IOException {
        if (file.has(0, "\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (file.has(0, SIGNATURE_OF_PNG)) {
            return PNG;
        }
        if (file.has(0, "RIFF") && file.has(8, "WEBP")) {
            return WEBP;
        }
        if (file.has(0, "GIF87a") || file.has(0, "GIF89a")) {
            return GIF;
        }
        if (file.has(4, "ftyp")) {
            return ofBrands(file);
        }
        for (var signature : OTHERS) {
            if (file.has(0, signature)) {
                return OTHER_PICTURE;
            }
        }
        return isDrawing(file) ? OTHER_PICTURE : NO_PICTURE;
    }

    /** The main brand says it, or one of the compatible ones: {@code mif1} alone may hold either. */
    private static FileKind ofBrands(FileBytes file) throws IOException {
        var end = Math.min(Math.min(file.u32(0), file.length()), BEGINNING);
        var heic = false;
        for (var at = 8L; at + 4 <= end; at += 4) {
            var brand = new String(file.bytes(at, 4), StandardCharsets.ISO_8859_1);
            if (AVIF_BRANDS.contains(brand)) {
                return AVIF;
            }
            heic |= HEIC_BRANDS.contains(brand);
        }
        return heic ? HEIC : NO_PICTURE;
    }

    private static boolean isDrawing(FileBytes file) throws IOException {
        var text = new String(file.bytes(0, (int) Math.min(BEGINNING, file.length())), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return (text.contains("<svg") && text.stripLeading().indexOf('<') <= 3)
                || text.startsWith("%!ps-adobe")
                || text.matches("(?s)p[1-7]\\s.*");
    }
}
