package app.aisha.simulators.fal;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/** Paints what a likeness, a prompt and a seed give: the same from the same. Writes no letters: servers lack fonts. */
final class Painter {
    private static final int SHAPES = 14;

    private Painter() {}

    static BufferedImage black(ImageSize size) {
        return new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
    }

    static BufferedImage paint(Likeness likeness, String prompt, long seed, ImageSize size) {
        var image = black(size);
        var random = new SplittableRandom(seed ^ (prompt.hashCode() * 0x9E3779B97F4A7C15L));
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        background(canvas, likeness, prompt, size);
        for (var i = 0; i < SHAPES; i++) {
            shape(canvas, likeness, random, size);
        }
        portrait(canvas, likeness, random, size);
        canvas.dispose();
        return image;
    }

    /** From the leading colour of the photos to a colour of the prompt. */
    private static void background(Graphics2D canvas, Likeness likeness, String prompt, ImageSize size) {
        var hue = Math.floorMod(prompt.hashCode(), 360) / 360f;
        canvas.setPaint(new GradientPaint(
                0, 0, likeness.palette().getFirst(), size.width(), size.height(), Color.getHSBColor(hue, 0.6f, 0.8f)));
        canvas.fillRect(0, 0, size.width(), size.height());
    }

    private static void shape(Graphics2D canvas, Likeness likeness, SplittableRandom random, ImageSize size) {
        var colour = likeness.palette().get(random.nextInt(likeness.palette().size()));
        canvas.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 110));
        var side = random.nextInt(Math.max(2, Math.min(size.width(), size.height()) / 2)) + 1;
        var left = random.nextInt(size.width()) - side / 2;
        var top = random.nextInt(size.height()) - side / 2;
        if (random.nextBoolean()) {
            canvas.fillOval(left, top, side, side);
        } else {
            canvas.fillRect(left, top, side, side);
        }
    }

    private static void portrait(Graphics2D canvas, Likeness likeness, SplittableRandom random, ImageSize size) {
        var face = likeness.faces().get(random.nextInt(likeness.faces().size()));
        var side = Math.min(size.width(), size.height()) * 7 / 10;
        var left = (size.width() - side) / 2;
        var top = (size.height() - side) / 2;
        canvas.setColor(likeness.palette().getLast());
        canvas.fillOval(left - side / 20, top - side / 20, side + side / 10, side + side / 10);
        canvas.setClip(new Ellipse2D.Double(left, top, side, side));
        canvas.drawImage(face, left, top, side, side, null);
        canvas.setClip(null);
    }
}
