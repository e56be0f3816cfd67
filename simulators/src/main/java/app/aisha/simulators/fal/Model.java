package app.aisha.simulators.fal;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** One endpoint of the catalogue. */
interface Model {

    String id();

    boolean trains();

    Price price();

    /** Fields that are checked; others are ignored, as pydantic does. */
    List<Field> fields();

    /** How many steps the progress in the logs counts to; 0 for no progress. */
    int steps(ObjectNode input);

    /**
     * Does the work on an input that {@link #fields} found right.
     *
     * @param expiry until when the files of the output are kept
     * @param flaw what pictures are to have; trainings have none
     */
    Output run(ObjectNode input, Instant expiry, Flaw flaw) throws ModelFailure;

    /** The part of the id that follow-up addresses keep. */
    default String app() {
        var parts = id().split("/", -1);
        var kept = parts[0].equals("workflows") || parts[0].equals("comfy") ? 3 : 2;
        return String.join("/", List.of(parts).subList(0, kept));
    }

    /**
     * What a unit of work costs.
     *
     * @param amount in US dollars
     */
    record Price(double amount, String unit) {}

    /**
     * What the work gave.
     *
     * @param units what is billed
     * @param files what was put into the CDN
     */
    record Output(ObjectNode body, long units, List<URI> files) {
        public Output {
            files = List.copyOf(files);
        }
    }
}
