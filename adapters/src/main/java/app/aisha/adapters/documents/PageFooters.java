package app.aisha.adapters.documents;

import app.aisha.core.document.TextDocument;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;

/** The title and "3 / 12" at the foot of each page, when all pages are there. */
final class PageFooters {

    private static final float BASELINE = 44;
    private static final float ROOM_FOR_NUMBER = 70;

    private final PDDocument pdf;
    private final TextDocument document;
    private final Ink ink;
    private final Columns columns;
    private final LineBreaker breaker;

    PageFooters(PDDocument pdf, Fonts fonts, TextDocument document) {
        this.pdf = pdf;
        this.document = document;
        this.ink = new Ink(fonts.regular(), 8, 8, 0.5f);
        this.columns = Columns.of(document);
        this.breaker = new LineBreaker(document.language());
    }

    void add() throws IOException {
        var title = breaker.line(document.title(), ink.face(), ink.size(), Columns.WIDTH - ROOM_FOR_NUMBER);
        var number = 0;
        for (var page : pdf.getPages()) {
            number++;
            add(page, title, number + " / " + pdf.getNumberOfPages());
        }
    }

    private void add(PDPage page, Line title, String text) throws IOException {
        var number = breaker.line(text, ink.face(), ink.size(), ROOM_FOR_NUMBER);
        try (var content = new PDPageContentStream(pdf, page, AppendMode.APPEND, true)) {
            Drawing.draw(content, new Row.Placed(title, ink, columns.left()), BASELINE);
            Drawing.draw(content, new Row.Placed(number, ink, columns.right() - number.width() * ink.size()), BASELINE);
        }
    }
}
