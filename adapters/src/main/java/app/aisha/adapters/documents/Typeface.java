package app.aisha.adapters.documents;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A face of DejaVu Sans Condensed and its measures. */
final class Typeface {

    private final PDFont font;
    private final TrueTypeFont measures;
    private final CmapLookup glyphs;
    private final float unitsPerEm;

    private Typeface(PDFont font, TrueTypeFont measures) throws IOException {
        this.font = font;
        this.measures = measures;
        this.glyphs = measures.getUnicodeCmapLookup();
        this.unitsPerEm = measures.getUnitsPerEm();
    }

    /** Without ligatures, whose widths would differ from those of their letters. */
    static Typeface load(PDDocument pdf, String name) throws IOException {
        var content = Typeface.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/" + name);
        if (content == null) {
            throw new FileNotFoundException("No " + name + " on the class path");
        }
        try (content) {
            var measures = new TTFParser().parse(new RandomAccessReadBuffer(content.readAllBytes()));
            measures.setEnableGsub(false);
            return new Typeface(PDType0Font.load(pdf, measures, true), measures);
        }
    }

    PDFont font() {
        return font;
    }

    boolean has(int character) {
        return glyphs.getGlyphId(character) != 0;
    }

    /** In shares of the font size. */
    float width(String text) {
        return (float) text.codePoints().mapToDouble(this::width).sum();
    }

    private float width(int character) {
        try {
            return measures.getAdvanceWidth(glyphs.getGlyphId(character)) / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
    }
}
