package app.aisha.adapters.photos;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ProfileDataException;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Colour profiles of strangers. One that is broken counts as none: the colours are then taken for sRGB. */
final class Profile {

    /** In bytes; those of printers have half a million. */
    static final int LARGEST = 1 << 20;

    private static final int SMALLEST = 128;
    private static final int ROWS = 16;

    private Profile() {}

    /** From cyan, magenta, yellow, black to sRGB. */
    static Optional<ColorConvertOp> ofInks(byte[] profile) {
        return conversion(profile, ColorSpace.TYPE_CMYK);
    }

    /** Whether colours look the same without it. */
    static boolean changesNothing(byte[] profile) {
        return saysItIsOurs(profile) || conversion(profile, ColorSpace.TYPE_RGB).isEmpty();
    }

    /** Turns the colours of a canvas into sRGB, in place. */
    static void apply(byte[] profile, Canvas canvas) {
        if (saysItIsOurs(profile)) {
            return;
        }
        var conversion = conversion(profile, ColorSpace.TYPE_RGB);
        if (conversion.isEmpty()) {
            return;
        }
        var stride = canvas.width() * Canvas.BANDS;
        var strip = new byte[stride * ROWS];
        for (var top = 0; top < canvas.height(); top += ROWS) {
            var count = Math.min(ROWS, canvas.height() - top) * stride;
            System.arraycopy(canvas.pixels(), top * stride, strip, 0, count);
            if (!convert(conversion.get(), strip, canvas.width(), count / stride)) {
                return;
            }
            System.arraycopy(strip, 0, canvas.pixels(), top * stride, count);
        }
    }

    private static boolean convert(ColorConvertOp conversion, byte[] strip, int width, int rows) {
        var raster = Raster.createInterleavedRaster(
                new DataBufferByte(strip, strip.length),
                width,
                rows,
                width * Canvas.BANDS,
                Canvas.BANDS,
                new int[] {0, 1, 2},
                null);
        try {
            conversion.filter(raster, raster);
            return true;
        } catch (CMMException | ProfileDataException | IllegalArgumentException unusable) {
            return false;
        }
    }

    private static Optional<ColorConvertOp> conversion(byte[] profile, int type) {
        if (profile.length < SMALLEST) {
            return Optional.empty();
        }
        try {
            var parsed = ICC_Profile.getInstance(profile);
            if (parsed.getColorSpaceType() != type) {
                return Optional.empty();
            }
            var conversion =
                    new ColorConvertOp(new ICC_ColorSpace(parsed), ColorSpace.getInstance(ColorSpace.CS_sRGB), null);
            var sample = new byte[parsed.getNumComponents()];
            var offsets = type == ColorSpace.TYPE_RGB ? new int[] {0, 1, 2} : new int[] {0, 1, 2, 3};
            conversion.filter(
                    Raster.createInterleavedRaster(
                            new DataBufferByte(sample, sample.length),
                            1,
                            1,
                            sample.length,
                            sample.length,
                            offsets,
                            null),
                    Raster.createInterleavedRaster(0, 1, 1, Canvas.BANDS, null));
            return Optional.of(conversion);
        } catch (CMMException | ProfileDataException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }

    private static boolean saysItIsOurs(byte[] profile) {
        return new String(profile, StandardCharsets.ISO_8859_1).contains("sRGB IEC61966");
    }
}
