package app.aisha.adapters.documents;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The two faces of one PDF; PDFBox ties them to it. */
record Fonts(Typeface regular, Typeface bold) {

    static Fonts load(PDDocument pdf) throws IOException {
        return new Fonts(
                Typeface.load(pdf, "DejaVuSansCondensed.ttf"), Typeface.load(pdf, "DejaVuSansCondensed-Bold.ttf"));
    }
}
