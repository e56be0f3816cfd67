package app.aisha.adapters.styles;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A square sheet of 640 units that is drawn on with a few shapes. */
final class Sketch {

    static final int SIDE = 640;

    private final BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D canvas = image.createGraphics();
    private final RandomGenerator random;
    final Color top;
    final Color bottom;
    final Color accent;

    Sketch(Color top, Color bottom, Color accent, long seed) {
        this.top = top;
        this.bottom = bottom;
        this.accent = accent;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setPaint(new GradientPaint(0, 0, top, 0, SIDE, bottom));
        canvas.fillRect(0, 0, SIDE, SIDE);
    }

    static Color colour(String hex) {
        return new Color(Integer.parseInt(hex, 16));
    }

    static Color mix(Color a, Color b, double share) {
        return new Color(
                (int) (a.getRed() * (1 - share) + b.getRed() * share),
                (int) (a.getGreen() * (1 - share) + b.getGreen() * share),
                (int) (a.getBlue() * (1 - share) + b.getBlue() * share));
    }

    static Color clear(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) (255 * opacity));
    }

    int any(int from, int to) {
        return random.nextInt(from, to);
    }

    Sketch circle(int x, int y, int radius, Color colour) {
        canvas.setPaint(colour);
        canvas.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        return this;
    }

    Sketch ring(int x, int y, int radius, int width, Color colour) {
        canvas.setPaint(colour);
        canvas.setStroke(new BasicStroke(width));
        canvas.drawOval(x - radius, y - radius, 2 * radius, 2 * radius);
        return this;
    }

    /** A light that fades outwards. */
    Sketch glow(int x, int y, int radius, Color colour) {
        canvas.setPaint(
                new RadialGradientPaint(x, y, radius, new float[] {0, 1}, new Color[] {colour, clear(colour, 0)}));
        canvas.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        return this;
    }

    Sketch box(int x, int y, int width, int height, Color colour) {
        canvas.setPaint(colour);
        canvas.fillRect(x, y, width, height);
        return this;
    }

    Sketch rounded(int x, int y, int width, int height, Color colour) {
        canvas.setPaint(colour);
        canvas.fillRoundRect(x, y, width, height, Math.min(width, height), Math.min(width, height));
        return this;
    }

    /** Takes x and y of each corner. */
    Sketch shape(Color colour, int... corners) {
        var polygon = new Polygon();
        for (int i = 0; i < corners.length; i += 2) {
            polygon.addPoint(corners[i], corners[i + 1]);
        }
        return fill(polygon, colour);
    }

    Sketch fill(Shape shape, Color colour) {
        canvas.setPaint(colour);
        canvas.fill(shape);
        return this;
    }

    Sketch line(int x1, int y1, int x2, int y2, int width, Color colour) {
        canvas.setPaint(colour);
        canvas.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        canvas.drawLine(x1, y1, x2, y2);
        return this;
    }

    /** A darker edge all around. */
    void vignette() {
        canvas.setPaint(new RadialGradientPaint(SIDE / 2f, SIDE / 2f, SIDE * 0.75f, new float[] {0.5f, 1}, new Color[] {
            new Color(0, 0, 0, 0), new Color(0, 0, 0, 130)
        }));
        canvas.fillRect(0, 0, SIDE, SIDE);
    }

    void fade(int from, Color colour) {
        canvas.setPaint(new GradientPaint(0, from, clear(colour, 0), 0, SIDE, colour));
        canvas.fillRect(0, from, SIDE, SIDE - from);
    }

    /** Centred at x. */
    void write(String words, Font font, int x, int y, Color colour) {
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setFont(font);
        canvas.setPaint(colour);
        canvas.drawString(words, x - canvas.getFontMetrics().stringWidth(words) / 2, y);
    }

    BufferedImage shrunkTo(int side) {
        canvas.dispose();
        var small = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var painter = small.createGraphics();
        painter.setComposite(AlphaComposite.Src);
        painter.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        painter.drawImage(image, 0, 0, side, side, null);
        painter.dispose();
        return small;
    }
}
