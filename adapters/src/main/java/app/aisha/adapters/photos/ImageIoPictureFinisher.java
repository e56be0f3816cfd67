package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoInspector;
import app.aisha.core.picture.PictureFinisher;
import app.aisha.core.picture.PixelSize;
import java.awt.Font;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/**
 * Finishes pictures of 512 to 4096 pixels a side with the decoders of the JDK, WebP and progressive JPEG with ffmpeg. Each
 * picture needs at most 64 MB of heap; so many as the constructor says are finished at once, others wait.
 *
 * <p>JPEG stays JPEG and PNG stays PNG, and their pixels are copied as they are compressed. Only a picture that gets a
 * visible mark, or would look different without its own metadata (turned, or in other colours than sRGB), is encoded again.
 * WebP becomes JPEG.
 *
 * <p>A disk that fails, or a missing program, says nothing about the picture: that is an {@link UncheckedIOException}.
 */
public final class ImageIoPictureFinisher implements PictureFinisher {

    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final long LARGEST_FILE = 20 << 20;

    private final PixelProgram program;
    private final VisibleMark mark;
    private final Semaphore places;

    /**
     * Finishes pictures.
     *
     * @param font of visible marks, of any size; it should know the letters of all languages
     * @param atOnce at least 1
     */
    public ImageIoPictureFinisher(PixelProgram program, Font font, int atOnce) {
        this.program = program;
        this.mark = new VisibleMark(font);
        this.places = new Semaphore(atOnce, true);
    }

    @Override
    public Finding finish(Path raw, Predicate<PixelSize> fits, Optional<String> words, Path picture, Path thumbnail)
            throws InterruptedException {
        places.acquire();
        try (var file = new FileBytes(raw)) {
            return finish(file, fits, words, picture, thumbnail);
        } catch (Rejected rejected) {
            return new Finding.Unusable(
                    rejected.problem().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        } catch (EOFException ended) {
            return new Finding.Unusable("ends too early");
        } catch (ClosedByInterruptException interrupted) {
            throw new InterruptedException(interrupted.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException("A picture could not be finished", failed);
        } finally {
            places.release();
        }
    }

    private Finding finish(
            FileBytes file, Predicate<PixelSize> fits, Optional<String> words, Path picture, Path thumbnail)
            throws IOException, Rejected, InterruptedException {
        if (file.length() > LARGEST_FILE) {
            return new Finding.Unusable("has %d bytes".formatted(file.length()));
        }
        var opened = PhotoFile.open(file, program);
        var header = opened.header();
        var size = header.isTurnedOver()
                ? new PixelSize(header.height(), header.width())
                : new PixelSize(header.width(), header.height());
        if (Math.max(size.width(), size.height()) > PhotoInspector.LONGEST_SIDE || !fits.test(size)) {
            return new Finding.Unusable("is %d × %d".formatted(size.width(), size.height()));
        }
        var pixels = Upright.of(opened.paint(), header.orientation());
        if (Grey.of(pixels).isBlack()) {
            return new Finding.Unusable("is black");
        }
        words.ifPresent(it -> mark.paint(it, pixels));
        write(opened, words.isEmpty() ? opened.labelled() : Optional.empty(), pixels, picture);
        LabelledPicture.writeThumbnail(pixels, thumbnail);
        try (var finished = new FileBytes(picture)) {
            return new Finding.Finished(
                    size, finished.length(), opened instanceof PngFile ? PNG : JPEG, finished.digest());
        }
    }

    private static void write(PhotoFile opened, Optional<Splice> asStored, Upright pixels, Path picture)
            throws IOException, Rejected {
        if (asStored.isPresent()) {
            asStored.get().copyTo(picture);
        } else if (opened instanceof PngFile) {
            LabelledPicture.writePng(pixels, picture);
        } else {
            LabelledPicture.writeJpeg(pixels, picture);
        }
    }
}
