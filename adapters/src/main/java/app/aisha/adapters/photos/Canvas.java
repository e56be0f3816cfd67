package app.aisha.adapters.photos;

import java.util.Arrays;

/**
 * Takes a photo row by row and keeps it as red, green and blue, reduced on the way by averaging areas, so that the whole of
 * a large photo is never in memory. For one thread.
 */
final class Canvas {

    /** Red, green, blue. */
    static final int BANDS = 3;

    private final int sourceWidth;
    private final int sourceHeight;
    private final int width;
    private final int height;
    private final byte[] pixels;
    private final boolean reduces;
    private final float[] line;
    private final float[] sums;
    private final int[] cells;
    private final float[] shares;
    private int row;
    private float filled;

    Canvas(int sourceWidth, int sourceHeight, int width, int height) {
        this.sourceWidth = sourceWidth;
        this.sourceHeight = sourceHeight;
        this.width = width;
        this.height = height;
        this.pixels = new byte[width * height * BANDS];
        this.reduces = sourceWidth != width || sourceHeight != height;
        this.line = new float[reduces ? width * BANDS : 0];
        this.sums = new float[line.length];
        this.cells = new int[reduces ? sourceWidth : 0];
        this.shares = new float[cells.length];
        for (var x = 0; x < cells.length; x++) {
            var begin = (double) x * width / sourceWidth;
            cells[x] = ((int) begin) * BANDS;
            shares[x] = (float) Math.min(1, (1 - (begin - (int) begin)) * sourceWidth / width);
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte[] pixels() {
        return pixels;
    }

    boolean reduces() {
        return reduces;
    }

    /** One pixel, in any order; only where nothing is reduced. */
    void set(int x, int y, byte red, byte green, byte blue) {
        var at = (y * width + x) * BANDS;
        pixels[at] = red;
        pixels[at + 1] = green;
        pixels[at + 2] = blue;
    }

    /** Forgets all rows: a decoder begins again, with more of the details. */
    void restart() {
        row = 0;
        filled = 0;
        Arrays.fill(sums, 0);
    }

    /** The next row from the top; rows too many are ignored. */
    void add(byte[] rgb) {
        if (!reduces) {
            if (row < height) {
                System.arraycopy(rgb, 0, pixels, row * width * BANDS, width * BANDS);
                row++;
            }
            return;
        }
        squeeze(rgb);
        var left = (float) height / sourceHeight;
        while (left > 0 && row < height) {
            var part = Math.min(left, 1 - filled);
            for (var i = 0; i < sums.length; i++) {
                sums[i] += part * line[i];
            }
            filled += part;
            left -= part;
            if (filled > 1 - 1e-4f) {
                finishRow();
            }
        }
    }

    /** After the last row: what rounding has left over. */
    void finish() {
        if (reduces && row < height && filled > 0.5f) {
            finishRow();
        }
    }

    private void finishRow() {
        for (var i = 0; i < sums.length; i++) {
            pixels[row * sums.length + i] = (byte) Math.min(255, Math.round(sums[i] / filled));
            sums[i] = 0;
        }
        filled = 0;
        row++;
    }

    /** A pixel lies in one cell or over the border of two. */
    private void squeeze(byte[] rgb) {
        Arrays.fill(line, 0);
        for (int x = 0, at = 0; x < sourceWidth; x++, at += BANDS) {
            var cell = cells[x];
            var share = shares[x];
            var red = rgb[at] & 0xFF;
            var green = rgb[at + 1] & 0xFF;
            var blue = rgb[at + 2] & 0xFF;
            line[cell] += share * red;
            line[cell + 1] += share * green;
            line[cell + 2] += share * blue;
            if (share < 1 && cell + BANDS < line.length) {
                line[cell + BANDS] += (1 - share) * red;
                line[cell + BANDS + 1] += (1 - share) * green;
                line[cell + BANDS + 2] += (1 - share) * blue;
            }
        }
        var scale = (float) width / sourceWidth;
        for (var i = 0; i < line.length; i++) {
            line[i] *= scale;
        }
    }
}
