package app.aisha.app.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How pictures are made in this house.
 *
 * @param instant endpoint that paints from photos without a training
 * @param mark words in a corner of every picture
 * @param styles folder of other styles than those that come along
 * @param eyes model that looks at pictures, where it is not the one that reads and writes
 */
public record Pictures(String instant, Optional<String> mark, Optional<Path> styles, Optional<String> eyes) {

    /** As it is where nothing is set. */
    public static final Pictures USUAL =
            new Pictures("fal-ai/nano-banana/edit", Optional.empty(), Optional.empty(), Optional.empty());
}
