package app.aisha.adapters.photos;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Random;

/** Pictures of shapes; the same for the same seed. */
final class Scenes {

    private static final int SHAPES = 25;

    private Scenes() {}

    static BufferedImage scene(long seed, int width, int height) {
        var random = new Random(seed);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, colour(random), width, height, colour(random)));
        graphics.fillRect(0, 0, width, height);
        for (var i = 0; i < SHAPES; i++) {
            shape(random, graphics, width, height);
        }
        graphics.dispose();
        return image;
    }

    /** Drawn into a picture of another kind or size. */
    static BufferedImage redrawn(BufferedImage image, int type, int width, int height) {
        var redrawn = new BufferedImage(width, height, type);
        var graphics = redrawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return redrawn;
    }

    static BufferedImage mirrored(BufferedImage image) {
        var mirrored = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        var graphics = mirrored.createGraphics();
        graphics.drawImage(image, new AffineTransform(-1, 0, 0, 1, image.getWidth(), 0), null);
        graphics.dispose();
        return mirrored;
    }

    private static void shape(Random random, Graphics2D graphics, int width, int height) {
        graphics.setColor(colour(random));
        var left = random.nextInt(width);
        var top = random.nextInt(height);
        var wide = 1 + random.nextInt(width / 2);
        var high = 1 + random.nextInt(height / 2);
        switch (random.nextInt(4)) {
            case 0 -> graphics.fillOval(left - wide / 2, top - high / 2, wide, high);
            case 1 -> graphics.fillRect(left - wide / 2, top - high / 2, wide, high);
            case 2 ->
                graphics.fillPolygon(
                        new int[] {left, left + wide, random.nextInt(width)},
                        new int[] {top, random.nextInt(height), top + high},
                        3);
            default -> {
                graphics.setStroke(new BasicStroke(1 + random.nextInt(width / 40)));
                graphics.drawLine(left, top, random.nextInt(width), random.nextInt(height));
            }
        }
    }

    private static Color colour(Random random) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
