package app.aisha.core.picture;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a painter says about a painting. */
public sealed interface PaintingReport {

    /**
     * Waiting for a machine.
     *
     * @param ahead how many others come first, where it says
     */
    record InLine(OptionalLong ahead) implements PaintingReport {}

    /** Being painted. */
    record Running() implements PaintingReport {}

    /**
     * Painted.
     *
     * @param flagged the painter calls its own picture unfit to be seen, and has blackened it
     * @param seed the one it used, where it says
     * @param seconds how long it ran on the painter's machine, where it says
     * @param billed units that were billed, where it says
     */
    record Done(URI picture, boolean flagged, OptionalLong seed, OptionalDouble seconds, Optional<String> billed)
            implements PaintingReport {}

    /**
     * Over without a picture.
     *
     * @param detail what the painter said, at most 500 characters, without anything that was sent to it
     */
    record Failed(PictureProblem problem, String detail) implements PaintingReport {}

    /** The painter does not know it, or not any more. */
    record Unknown() implements PaintingReport {}
}
