package app.aisha.adapters.photos;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;

/**
 * Small words at the bottom right of a picture, white on a dark plate that lets the picture through. On the brightest ground
 * the plate is a grey of 96, against which white has a contrast of 6.2 to 1; WCAG 2.2 asks for 4.5. Thread-safe.
 */
final class VisibleMark {

    private static final Color PLATE = new Color(0, 0, 0, 159);
    private static final float PART_OF_SHORT_SIDE = 1 / 40f;
    private static final float WIDEST = 0.8f;
    private static final FontRenderContext SMOOTH = new FontRenderContext(null, true, true);

    private final Font font;

    VisibleMark(Font font) {
        this.font = font;
    }

    /** Paints over the picture. Words that are too long for a line get smaller. */
    void paint(String words, Upright picture) {
        var size = Math.min(picture.width(), picture.height()) * PART_OF_SHORT_SIDE;
        var letters = layout(words, size);
        var most = picture.width() * WIDEST;
        if (letters.getAdvance() > most) {
            size *= most / letters.getAdvance();
            letters = layout(words, size);
        }
        var margin = Math.round(size / 2);
        var plate = new BufferedImage(
                (int) Math.ceil(letters.getAdvance() + size),
                (int) Math.ceil(letters.getAscent() + letters.getDescent() + size / 2),
                BufferedImage.TYPE_INT_RGB);
        var left = picture.width() - plate.getWidth() - margin;
        var top = picture.height() - plate.getHeight() - margin;
        copy(picture, left, top, plate);
        draw(letters, size, plate);
        paste(plate, picture, left, top);
    }

    private TextLayout layout(String words, float size) {
        return new TextLayout(words, font.deriveFont(size), SMOOTH);
    }

    private static void draw(TextLayout letters, float size, BufferedImage plate) {
        Graphics2D graphics = plate.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setColor(PLATE);
            graphics.fillRect(0, 0, plate.getWidth(), plate.getHeight());
            graphics.setColor(Color.WHITE);
            letters.draw(graphics, size / 2, size / 4 + letters.getAscent());
        } finally {
            graphics.dispose();
        }
    }

    private static void copy(Upright picture, int left, int top, BufferedImage plate) {
        for (var y = 0; y < plate.getHeight(); y++) {
            for (var x = 0; x < plate.getWidth(); x++) {
                plate.setRGB(x, y, picture.rgb(left + x, top + y));
            }
        }
    }

    private static void paste(BufferedImage plate, Upright picture, int left, int top) {
        for (var y = 0; y < plate.getHeight(); y++) {
            for (var x = 0; x < plate.getWidth(); x++) {
                picture.paint(left + x, top + y, plate.getRGB(x, y));
            }
        }
    }
}
