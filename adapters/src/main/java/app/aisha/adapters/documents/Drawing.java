package app.aisha.adapters.documents;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;

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

    /** What the font lacks is told beside the drawing, for readers, search and copying. */
    private static void show(PDPageContentStream content, Line.Part part) throws IOException {
        if (part.complete()) {
            content.showText(part.drawn());
            return;
        }
        var properties = new COSDictionary();
        properties.setString(COSName.ACTUAL_TEXT, part.text());
        content.beginMarkedContent(COSName.getPDFName("Span"), PDPropertyList.create(properties));
        content.showText(part.drawn());
        content.endMarkedContent();
    }
}
