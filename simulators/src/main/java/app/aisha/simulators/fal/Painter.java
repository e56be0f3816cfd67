package app.aisha.simulators.fal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/**
 * Paints what a likeness, a prompt and a seed give: the same from the same. The photo fills the picture in a few tones of the
 * prompt's colour and stands in its middle as it is, in a frame and among shapes of the seed; the words are written below, and
 * above that it is simulated.
 */
final class Painter {
    private static final int SHAPES = 18;
    private static final int GRAIN = 72;
    private static final int TONES = 5;
    private static final int MOST_LINES = 4;
    private static final Color BAND = new Color(0, 0, 0, 185);

    private final BufferedImage image;
    private final Graphics2D canvas;
    private final ImageSize size;
    private final Likeness likeness;
    private final SplittableRandom random;

    private Painter(Likeness likeness, ImageSize size, SplittableRandom random) {
        this.image = black(size);
        this.canvas = image.createGraphics();
        this.size = size;
        this.likeness = likeness;
        this.random = random;
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    static BufferedImage black(ImageSize size) {
        return new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    }

    static BufferedImage paint(Likeness likeness, String prompt, long seed, ImageSize size) {
        var hash = prompt.hashCode();
        var painter = new Painter(likeness, size, new SplittableRandom(seed ^ (hash * 0x9E3779B97F4A7C15L)));
        var face = likeness.faces().get(painter.random.nextInt(likeness.faces().size()));
        painter.backdrop(face, Math.floorMod(hash, 360) / 360f);
        for (var i = 0; i < SHAPES; i++) {
            painter.ornament();
        }
        painter.portrait(face);
        painter.write(prompt, seed);
        painter.canvas.dispose();
        return painter.image;
    }

    private int shortest() {
        return Math.min(size.width(), size.height());
    }

    /** Coarse squares, dark ones in the prompt's colour and light ones in its opposite. */
    private void backdrop(BufferedImage face, float hue) {
        var coarse = Pictures.square(face, GRAIN);
        for (var y = 0; y < GRAIN; y++) {
            for (var x = 0; x < GRAIN; x++) {
                coarse.setRGB(x, y, tone(coarse.getRGB(x, y), hue));
            }
        }
        var side = Math.max(size.width(), size.height());
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        canvas.drawImage(coarse, (size.width() - side) / 2, (size.height() - side) / 2, side, side, null);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    private static int tone(int pixel, float hue) {
        var colour = new Color(pixel);
        var light = (299 * colour.getRed() + 587 * colour.getGreen() + 114 * colour.getBlue()) / 1000;
        var tone = light * TONES / 256;
        var step = tone / (TONES - 1f);
        return Color.HSBtoRGB(hue + step * 0.45f, 0.75f - 0.45f * step, 0.25f + 0.7f * step);
    }

    private void ornament() {
        var palette = likeness.palette();
        var colour = palette.get(random.nextInt(palette.size()));
        canvas.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 120));
        var side = shortest() * (0.05 + 0.3 * random.nextDouble());
        canvas.fill(figure(
                random.nextInt(3), random.nextDouble() * size.width(), random.nextDouble() * size.height(), side));
    }

    /** A circle, a rounded square or a hexagon around a point. */
    private static Shape figure(int kind, double x, double y, double side) {
        return switch (kind) {
            case 0 -> new Ellipse2D.Double(x - side / 2, y - side / 2, side, side);
            case 1 -> new RoundRectangle2D.Double(x - side / 2, y - side / 2, side, side, side / 4, side / 4);
            default -> {
                var hexagon = new Path2D.Double();
                for (var corner = 0; corner < 6; corner++) {
                    var angle = Math.PI * corner / 3;
                    var way = side / 2;
                    if (corner == 0) {
                        hexagon.moveTo(x + way, y);
                    } else {
                        hexagon.lineTo(x + way * StrictMath.cos(angle), y + way * StrictMath.sin(angle));
                    }
                }
                hexagon.closePath();
                yield hexagon;
            }
        };
    }

    private void portrait(BufferedImage face) {
        var side = shortest() * 0.56;
        var x = size.width() * (0.47 + 0.06 * random.nextDouble());
        var y = size.height() * 0.42;
        var kind = random.nextInt(3);
        canvas.setColor(Color.getHSBColor((float) random.nextDouble(), 0.7f, 0.95f));
        canvas.fill(figure(kind, x, y, side * 1.08));
        canvas.setClip(figure(kind, x, y, side));
        canvas.drawImage(face, (int) (x - side / 2), (int) (y - side / 2), (int) side + 1, (int) side + 1, null);
        canvas.setClip(null);
    }

    private void write(String prompt, long seed) {
        var dot = Math.max(1, shortest() / 140);
        var margin = 4 * dot;
        var longest = Math.max(4, (size.width() - 2 * margin) / (Letters.ADVANCE * dot));
        var lines = Letters.lines(prompt, longest, MOST_LINES);
        var height = lines.size() * Letters.LEADING * dot + margin;
        canvas.setColor(BAND);
        canvas.fillRect(0, size.height() - height - margin, size.width(), height);
        canvas.setColor(Color.WHITE);
        for (var i = 0; i < lines.size(); i++) {
            Letters.draw(canvas, lines.get(i), margin, size.height() - height + i * Letters.LEADING * dot, dot);
        }
        var small = Math.max(1, dot / 2);
        var mark = Letters.lines("Simulated, seed " + seed, longest * dot / small, 1)
                .getFirst();
        canvas.setColor(BAND);
        canvas.fillRect(0, 0, size.width(), (Letters.HEIGHT + 6) * small);
        canvas.setColor(Color.WHITE);
        Letters.draw(canvas, mark, 3 * small, 3 * small, small);
    }
}
