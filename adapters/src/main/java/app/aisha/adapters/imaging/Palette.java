package app.aisha.adapters.imaging;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.Map;

/**
 * The colours of a drawing and their shades towards its paper, which smooth edges consist of. In at most 256 colours a
 * picture takes half the bytes that it takes in all of them.
 */
final class Palette {

    private static final int MOST_COLORS = 256;

    private final int[] colors;

    Palette(Color paper, Color... inks) {
        var shades = (MOST_COLORS - 1) / inks.length;
        colors = new int[1 + shades * inks.length];
        colors[0] = paper.getRGB();
        for (var i = 1; i < colors.length; i++) {
            colors[i] = mix(inks[(i - 1) / shades], paper, (double) ((i - 1) % shades) / shades);
        }
    }

    BufferedImage reduce(BufferedImage picture) {
        var model = new IndexColorModel(8, colors.length, colors, 0, false, -1, DataBuffer.TYPE_BYTE);
        var reduced =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        var known = new HashMap<Integer, Integer>();
        var row = new int[picture.getWidth()];
        for (var y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            replaceByIndexes(row, known);
            reduced.getRaster().setPixels(0, y, row.length, 1, row);
        }
        return reduced;
    }

    private void replaceByIndexes(int[] row, Map<Integer, Integer> known) {
        var color = colors[0];
        var index = 0;
        for (var x = 0; x < row.length; x++) {
            if (row[x] != color) {
                color = row[x];
                index = known.computeIfAbsent(color, this::nearest);
            }
            row[x] = index;
        }
    }

    private int nearest(int color) {
        var nearest = 0;
        for (var i = 1; i < colors.length; i++) {
            if (distance(colors[i], color) < distance(colors[nearest], color)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static int distance(int one, int other) {
        var red = (one >> 16 & 0xFF) - (other >> 16 & 0xFF);
        var green = (one >> 8 & 0xFF) - (other >> 8 & 0xFF);
        var blue = (one & 0xFF) - (other & 0xFF);
        return red * red + green * green + blue * blue;
    }

    private static int mix(Color ink, Color paper, double lightness) {
        return new Color(
                        mix(ink.getRed(), paper.getRed(), lightness),
                        mix(ink.getGreen(), paper.getGreen(), lightness),
                        mix(ink.getBlue(), paper.getBlue(), lightness))
                .getRGB();
    }

    private static int mix(int ink, int paper, double lightness) {
        return (int) Math.round(ink + (paper - ink) * lightness);
    }
}
