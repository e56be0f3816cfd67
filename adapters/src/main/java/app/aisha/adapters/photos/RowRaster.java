package app.aisha.adapters.photos;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/**
 * Looks to a decoder like a picture of full size and hands every row on to a canvas instead of keeping it. Rows come from
 * the top to the bottom; single pixels too, unless the canvas does not reduce: then in any order.
 */
final class RowRaster extends WritableRaster {

    private final Canvas canvas;
    private final Pigment pigment;
    private final Optional<ColorConvertOp> inks;
    private final byte[] stored;
    private final byte[] rgb;
    private int pending = -1;

    RowRaster(int width, int height, Canvas canvas, Pigment pigment, Optional<ColorConvertOp> inks) {
        super(model(width, height, pigment.bands()), new DataBufferByte(1), new Point());
        this.canvas = canvas;
        this.pigment = pigment;
        this.inks = inks;
        this.stored = new byte[pigment.bands()];
        this.rgb = new byte[width * Canvas.BANDS];
    }

    /** A picture of this colour space that decoders accept as destination. */
    BufferedImage image(ColorSpace space) {
        var alpha = pigment.bands() > space.getNumComponents();
        var colours = new ComponentColorModel(
                space, alpha, false, alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colours, this, false, null);
    }

    @Override
    public void setRect(int left, int top, Raster row) {
        if (top == 0) {
            canvas.restart();
        }
        if (pigment.bands() == Canvas.BANDS) {
            canvas.add(((DataBufferByte) row.getDataBuffer()).getData());
            return;
        }
        if (inks.isPresent()) {
            inks.get().filter(row, rows(rgb));
        } else {
            var bytes = ((DataBufferByte) row.getDataBuffer()).getData();
            for (var x = 0; x < width; x++) {
                pigment.mix(bytes, x * numBands, rgb, x * Canvas.BANDS);
            }
        }
        canvas.add(rgb);
    }

    @Override
    public void setPixel(int x, int y, int[] samples) {
        for (var band = 0; band < numBands; band++) {
            stored[band] = (byte) Math.min(255, samples[band]);
        }
        if (!canvas.reduces()) {
            pigment.mix(stored, 0, rgb, 0);
            canvas.set(x, y, rgb[0], rgb[1], rgb[2]);
            return;
        }
        if (y != pending) {
            finish();
            pending = y;
        }
        pigment.mix(stored, 0, rgb, x * Canvas.BANDS);
    }

    /** After the last pixel. */
    void finish() {
        if (pending >= 0) {
            canvas.add(rgb);
            pending = -1;
        }
    }

    private WritableRaster rows(byte[] bytes) {
        return Raster.createInterleavedRaster(
                new DataBufferByte(bytes, bytes.length),
                width,
                1,
                bytes.length,
                Canvas.BANDS,
                new int[] {0, 1, 2},
                null);
    }

    private static PixelInterleavedSampleModel model(int width, int height, int bands) {
        var offsets = new int[bands];
        for (var band = 0; band < bands; band++) {
            offsets[band] = band;
        }
        return new PixelInterleavedSampleModel(DataBuffer.TYPE_BYTE, width, height, bands, width * bands, offsets);
    }
}
