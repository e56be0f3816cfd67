package app.aisha.core.picture;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Draws small pictures side by side into one, each with its number. Thread-safe; needs little memory for any thumbnails. */
public interface ContactSheets {

    /** As many as one sheet takes. */
    int MOST = 9;

    /**
     * Writes a JPEG of at most 1280 pixels a side.
     *
     * @param frames 1 to {@link #MOST}, in the order of reading
     */
    void draw(List<Frame> frames, Path target);

    /**
     * One small picture.
     *
     * @param number shown on it, 1 to 99
     * @param thumbnail a JPEG; where it is empty or cannot be opened, there is an empty place with the number
     */
    record Frame(int number, Optional<Path> thumbnail, Mark mark) {}

    /** What else is shown on it. */
    enum Mark {
        NONE,
        FAVOURITE,
        CHOSEN
    }
}
