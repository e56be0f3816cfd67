package app.aisha.adapters.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Puts lines onto a page. */
final class Drawing {

    private Drawing() {}

    static void draw(PDPageContentStream content, Row.Placed placed, float y) throws IOException {
        var ink = placed.ink();
        content.beginText();
        content.setFont(ink.face().font(), ink.size());
        content.setNonStrokingColor(ink.gray());
        content.newLineAtOffset(placed.x(), y);
        for (var part : placed.line().parts()) {
            show(content, part);
        }
        content.endText();
    }

    /**
     * What the font lacks is told beside the drawing, for readers, search and copying: in the stream itself, because some
     * readers do not look at the named properties that PDFBox would write.
     */
    @SuppressWarnings("deprecation")
    private static void show(PDPageContentStream content, Line.Part part) throws IOException {
        if (part.complete()) {
            content.showText(part.drawn());
            return;
        }
        var meaning = HexFormat.of().formatHex(part.text().getBytes(StandardCharsets.UTF_16));
        content.appendRawCommands("/Span <</ActualText <" + meaning + ">>> BDC\n");
        content.showText(part.drawn());
        content.endMarkedContent();
    }
}
