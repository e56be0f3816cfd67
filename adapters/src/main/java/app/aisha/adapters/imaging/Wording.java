package app.aisha.adapters.imaging;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** Text as a font can draw it and a width can hold it. */
final class Wording {

    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);
    private static final int MOST_CODE_POINTS = 200;

    private final Font font;

    Wording(Font font) {
        this.font = font;
    }

    double width(String text) {
        return font.getStringBounds(text, SMOOTH).getWidth();
    }

    /** On one line, without what the font has no glyph for, and cut with an ellipsis where it would be wider. */
    String fit(String text, double width) {
        var points = text.codePoints()
                .map(point -> Character.isWhitespace(point) || Character.isSpaceChar(point) ? ' ' : point)
                .filter(point -> !Character.isISOControl(point) && font.canDisplay(point))
                .limit(MOST_CODE_POINTS)
                .toArray();
        var whole = new String(points, 0, points.length).strip();
        if (width(whole) <= width) {
            return whole;
        }
        var length = points.length;
        while (length > 0 && width(cut(points, length)) > width) {
            length--;
        }
        return cut(points, length);
    }

    private static String cut(int[] points, int length) {
        return new String(points, 0, length).strip() + "…";
    }
}
