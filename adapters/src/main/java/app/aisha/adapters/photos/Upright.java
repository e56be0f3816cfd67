package app.aisha.adapters.photos;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/**
 * A picture the right way up. What has to be mirrored is mirrored in place and what has to be turned over is only read in
 * another order, so that no second copy is needed.
 */
final class Upright {

    private static final int[] OFFSETS = {0, 1, 2};
    private static final int FIRST_TURNED_OVER = 5;

    private final int width;
    private final int height;
    private final byte[] pixels;
    private final int step;
    private final int stride;

    private Upright(int width, int height, byte[] pixels, int step, int stride) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.step = step;
        this.stride = stride;
    }

    /** Uses up the canvas. */
    static Upright of(Canvas canvas, int orientation) {
        var width = canvas.width();
        var height = canvas.height();
        var row = width * Canvas.BANDS;
        switch (orientation) {
            case 2, 8 -> mirror(canvas.pixels(), row, height);
            case 4, 6 -> standOnHead(canvas.pixels(), row, height);
            case 3, 7 -> {
                mirror(canvas.pixels(), row, height);
                standOnHead(canvas.pixels(), row, height);
            }
            default -> {
                // 1 is upright, 5 is only turned over.
            }
        }
        return orientation < FIRST_TURNED_OVER
                ? new Upright(width, height, canvas.pixels(), Canvas.BANDS, row)
                : new Upright(height, width, canvas.pixels(), row, Canvas.BANDS);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Rec. 601, in 1/1000. */
    int luminance(int x, int y) {
        var at = y * stride + x * step;
        return 299 * (pixels[at] & 0xFF) + 587 * (pixels[at + 1] & 0xFF) + 114 * (pixels[at + 2] & 0xFF);
    }

    int sample(int x, int y, int band) {
        return pixels[y * stride + x * step + band] & 0xFF;
    }

    int rgb(int x, int y) {
        return sample(x, y, 0) << 16 | sample(x, y, 1) << 8 | sample(x, y, 2);
    }

    void paint(int x, int y, int rgb) {
        var at = y * stride + x * step;
        pixels[at] = (byte) (rgb >> 16);
        pixels[at + 1] = (byte) (rgb >> 8);
        pixels[at + 2] = (byte) rgb;
    }

    BufferedImage image() {
        var colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colours, new View(), false, null);
    }

    private static void mirror(byte[] pixels, int row, int height) {
        for (var y = 0; y < height; y++) {
            for (int left = y * row, right = (y + 1) * row - Canvas.BANDS;
                    left < right;
                    left += Canvas.BANDS, right -= Canvas.BANDS) {
                for (var band = 0; band < Canvas.BANDS; band++) {
                    var swapped = pixels[left + band];
                    pixels[left + band] = pixels[right + band];
                    pixels[right + band] = swapped;
                }
            }
        }
    }

    private static void standOnHead(byte[] pixels, int row, int height) {
        var swapped = new byte[row];
        for (int top = 0, bottom = height - 1; top < bottom; top++, bottom--) {
            System.arraycopy(pixels, top * row, swapped, 0, row);
            System.arraycopy(pixels, bottom * row, pixels, top * row, row);
            System.arraycopy(swapped, 0, pixels, bottom * row, row);
        }
    }

    /** Gives an encoder row after row. */
    private final class View extends WritableRaster {

        View() {
            super(
                    new ComponentSampleModel(
                            DataBuffer.TYPE_BYTE, Upright.this.width, Upright.this.height, step, stride, OFFSETS),
                    new DataBufferByte(pixels, pixels.length),
                    new Point());
        }

        @Override
        public Raster createChild(
                int left, int top, int wide, int high, int newLeft, int newTop, int @Nullable [] bands) {
            if (high != 1) {
                return super.createChild(left, top, wide, high, newLeft, newTop, bands);
            }
            var line = new byte[wide * Canvas.BANDS];
            for (int x = 0, from = top * stride + left * step; x < wide; x++, from += step) {
                System.arraycopy(pixels, from, line, x * Canvas.BANDS, Canvas.BANDS);
            }
            return Raster.createInterleavedRaster(
                            new DataBufferByte(line, line.length), wide, 1, line.length, Canvas.BANDS, OFFSETS, null)
                    .createTranslatedChild(newLeft, newTop);
        }
    }
}
