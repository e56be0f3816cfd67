package app.aisha.adapters.photos;

import app.aisha.core.avatar.PhotoInspector;
import app.aisha.core.avatar.PhotoProblem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Inspects photos with the decoders of the JDK, WebP and progressive JPEG with ffmpeg. Each inspection needs at most 64 MB of heap; so many as
 * the constructor says run at once, others wait.
 */
public final class ImageIoPhotoInspector implements PhotoInspector {

    private static final Logger LOG = LoggerFactory.getLogger(ImageIoPhotoInspector.class);
    private static final long LARGEST_FILE = 20 << 20;

    private final PixelProgram program;
    private final Semaphore places;

    /** Loaded with the first photo, because the cascades take longer to read than a start should. */
    private static final class Detector {

        static final HaarFaces FACES = new HaarFaces();
    }

    /**
     * Looks into photos.
     *
     * @param atOnce at least 1
     */
    public ImageIoPhotoInspector(PixelProgram program, int atOnce) {
        this.program = program;
        this.places = new Semaphore(atOnce, true);
    }

    @Override
    public boolean seesFaces() {
        return true;
    }

    @Override
    public Finding inspect(Path photo, Path copy, Path thumbnail) throws InterruptedException {
        places.acquire();
        try (var file = new FileBytes(photo)) {
            return new Finding.Seen(look(file, copy, thumbnail));
        } catch (Rejected rejected) {
            return new Finding.Unusable(rejected.problem());
        } catch (ClosedByInterruptException interrupted) {
            throw new InterruptedException(interrupted.toString());
        } catch (EOFException ended) {
            return new Finding.Unusable(PhotoProblem.BROKEN);
        } catch (IOException failed) {
            LOG.warn("A photo could not be inspected", failed);
            remove(copy);
            remove(thumbnail);
            return new Finding.Unusable(PhotoProblem.INTERNAL);
        } finally {
            places.release();
        }
    }

    private PhotoLook look(FileBytes file, Path copy, Path thumbnail)
            throws IOException, Rejected, InterruptedException {
        if (file.length() == 0) {
            throw new Rejected(PhotoProblem.EMPTY);
        }
        if (file.length() > LARGEST_FILE) {
            throw new Rejected(PhotoProblem.TOO_LARGE);
        }
        var opened = PhotoFile.open(file, program);
        var picture = Upright.of(opened.paint(), opened.header().orientation());
        CleanJpeg.write(picture, copy);
        CleanJpeg.writeThumbnail(picture, thumbnail);
        var grey = Grey.of(picture);
        return new PhotoLook(
                picture.width(),
                picture.height(),
                Files.size(copy),
                file.digest(),
                Fingerprint.of(grey),
                grey.brightness(),
                grey.contrast(),
                grey.sharpness(),
                Optional.of(Detector.FACES.in(grey)));
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            LOG.warn("What is left of a photo stays", failed);
        }
    }
}
