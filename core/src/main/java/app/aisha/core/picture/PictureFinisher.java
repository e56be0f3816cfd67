package app.aisha.core.picture;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes of what a painter delivered what is kept and sent. Thread-safe; needs little memory for any file, so it may let calls
 * wait for each other.
 */
public interface PictureFinisher {

    /**
     * Decides by the bytes, never by a name. What is written says in its metadata that it was made by a trained algorithm (IPTC
     * digital source type {@code trainedAlgorithmicMedia}) and nothing else, and carries the visible mark where there is one.
     *
     * @param fits which sizes are as they were asked for
     * @param picture where the picture is written, unless unusable
     * @param thumbnail where a JPEG of at most 320 pixels a side is written, unless unusable
     * @param mark words in a corner of the picture
     */
    Finding finish(Path raw, Predicate<PixelSize> fits, Optional<String> mark, Path picture, Path thumbnail)
            throws InterruptedException;

    /** What came of it. */
    sealed interface Finding {

        /**
         * Finished.
         *
         * @param contentType of the picture, {@code image/jpeg} or {@code image/png}
         * @param digest SHA-256 of the finished picture, in hex
         */
        record Finished(PixelSize size, long bytes, String contentType, String digest) implements Finding {}

        /** Cannot be opened, is black all over, or has another size. */
        record Unusable(String why) implements Finding {}
    }
}
