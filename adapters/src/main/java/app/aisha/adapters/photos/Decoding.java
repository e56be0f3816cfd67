package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoProblem;
import java.awt.color.CMMException;
import java.awt.image.BufferedImage;
import java.awt.image.RasterFormatException;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** Runs a decoder of the JDK over a stream of ours. */
final class Decoding {

    static {
        ImageIO.setUseCache(false);
    }

    private Decoding() {}

    /**
     * Reads all pixels into a destination.
     *
     * @param format as the JDK calls it
     * @param choice which pixels are wanted
     */
    static void read(String format, Splice source, BufferedImage destination, Consumer<ImageReadParam> choice)
            throws IOException, Rejected {
        var reader = decoderOfTheJdk(format);
        try (var stream = source.stream()) {
            reader.setInput(stream, true, true);
            var broken = new boolean[1];
            reader.addIIOReadWarningListener((_, warning) -> broken[0] |= tellsOfDamage(warning));
            var wishes = reader.getDefaultReadParam();
            wishes.setDestination(destination);
            choice.accept(wishes);
            reader.read(0, wishes);
            if (broken[0]) {
                throw new Rejected(PhotoProblem.BROKEN);
            }
        } catch (IIOException
                | CMMException
                | RasterFormatException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | ArithmeticException
                | NegativeArraySizeException damaged) {
            throw new Rejected(PhotoProblem.BROKEN);
        } finally {
            reader.dispose();
        }
    }

    /** In the words of libjpeg. */
    private static boolean tellsOfDamage(String warning) {
        return warning.startsWith("Premature")
                || (warning.startsWith("Corrupt") && !warning.contains("extraneous bytes"));
    }

    private static ImageReader decoderOfTheJdk(String format) throws IOException {
        Iterator<ImageReaderSpi> providers = IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        ImageReaderSpi.class,
                        provider -> provider instanceof ImageReaderSpi reader
                                && reader.getClass().getName().startsWith("com.sun.imageio.")
                                && List.of(reader.getFormatNames()).contains(format),
                        true);
        if (!providers.hasNext()) {
            throw new IOException("This Java has no decoder for " + format);
        }
        return providers.next().createReaderInstance();
    }
}
