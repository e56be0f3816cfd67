package app.aisha.adapters.documents;

import java.util.List;

/**
 * What stands on one baseline.
 *
 * @param height down to the next baseline, in points
 */
record Row(float height, List<Placed> texts) {

    /**
     * A line at its place.
     *
     * @param x of its left end, in points
     */
    record Placed(Line line, Ink ink, float x) {}
}
