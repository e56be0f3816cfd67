package app.aisha.core.avatar;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Looks into photos and makes clean copies of them. Thread-safe; needs at most 64 MB of heap for any photo, so it may let
 * calls wait for each other.
 */
public interface PhotoInspector {

    /** The longest side of a clean copy, in pixels; larger photos are scaled down. */
    int LONGEST_SIDE = 4096;

    /** Whether faces can be found on this machine. */
    boolean seesFaces();

    /**
     * Decides by the bytes, never by a name. The header is read before any pixel.
     *
     * @param copy where an upright JPEG without any metadata is written, unless unusable
     * @param thumbnail where a small JPEG is written, unless unusable
     */
    Finding inspect(Path photo, Path copy, Path thumbnail) throws InterruptedException;

    /** What came of it. */
    sealed interface Finding {

        record Unusable(PhotoProblem problem) implements Finding {}

        record Seen(PhotoLook look) implements Finding {}
    }

    /**
     * What a photo looks like.
     *
     * @param width of the clean copy, in pixels
     * @param height of the clean copy, in pixels
     * @param bytes of the clean copy
     * @param digest SHA-256 of the bytes as they came, in hex
     * @param picture a fingerprint of the picture itself; see {@link PictureHash}
     * @param brightness mean luminance, 0 to 255
     * @param contrast standard deviation of luminance, 0 to 127.5
     * @param sharpness variance of the Laplacian of luminance at a fixed size; below about 100 reads as blurred
     * @param faces empty where this machine cannot find faces
     */
    record PhotoLook(
            int width,
            int height,
            long bytes,
            String digest,
            PictureHash picture,
            double brightness,
            double contrast,
            double sharpness,
            Optional<List<Face>> faces) {}

    /** A face; all four as parts of the picture's width or height, 0 to 1. */
    record Face(double left, double top, double width, double height) {}
}
