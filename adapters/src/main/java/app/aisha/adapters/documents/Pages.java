package app.aisha.adapters.documents;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Rows below each other, on as many pages as they need. At least one page. */
final class Pages implements AutoCloseable {

    static final PDRectangle PAPER = PDRectangle.A4;

    private static final float TOP = PAPER.getHeight() - 62;
    private static final float BOTTOM = 74;

    private final PDDocument pdf;
    private PDPageContentStream content;
    private float y = TOP;

    Pages(PDDocument pdf) throws IOException {
        this.pdf = pdf;
        this.content = turn(pdf);
    }

    /**
     * Sets the rows and leaves no single row of a paragraph on a page.
     *
     * @param space above them, but not at the head of a page
     * @param together how many of the first rows stay together
     * @param below what has to have room on the same page below the last row, in points
     */
    void add(List<Row> rows, float space, int together, float below) throws IOException {
        var next = 0;
        if (!isAtTop()) {
            y -= space;
        }
        while (next < rows.size()) {
            var end = fitting(rows, next, below);
            var rest = rows.size() - end;
            if (rest == 1 && end - next > 2) {
                end--;
            }
            var isTorn = next == 0 && rest > 0 && end < Math.min(together, rows.size());
            if (isAtTop()) {
                end = Math.max(end, next + 1);
            } else if (isTorn) {
                end = next;
            }
            draw(rows.subList(next, end));
            next = end;
            if (next < rows.size()) {
                content.close();
                content = turn(pdf);
                y = TOP;
            }
        }
    }

    /** A thin line across. */
    void rule(float left, float right, float space) throws IOException {
        y -= space;
        content.setStrokingColor(0.8f);
        content.setLineWidth(0.6f);
        content.moveTo(left, y);
        content.lineTo(right, y);
        content.stroke();
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private boolean isAtTop() {
        return y >= TOP;
    }

    private int fitting(List<Row> rows, int first, float below) {
        var end = first;
        var bottom = y;
        while (end < rows.size()) {
            bottom -= rows.get(end).height();
            var needed = end == rows.size() - 1 ? below : 0;
            if (bottom - needed < BOTTOM) {
                break;
            }
            end++;
        }
        return end;
    }

    private void draw(List<Row> rows) throws IOException {
        for (var row : rows) {
            y -= row.height();
            for (var placed : row.texts()) {
                Drawing.draw(content, placed, y);
            }
        }
    }

    private static PDPageContentStream turn(PDDocument pdf) throws IOException {
        var page = new PDPage(PAPER);
        pdf.addPage(page);
        return new PDPageContentStream(pdf, page);
    }
}
