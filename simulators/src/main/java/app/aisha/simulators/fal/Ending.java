package app.aisha.simulators.fal;

/** How a request is to end. */
public sealed interface Ending {

    /** The model runs and says itself. */
    record Natural() implements Ending {}

    /** The model refuses: {@code {"detail":[{"loc","msg","type"}]}} with this status. */
    record ModelError(int status, String type, String message) implements Ending {}

    /** The model refuses in fal's flat form {@code {"detail": message}}. */
    record FlatError(int status, String message) implements Ending {}

    /** The service fails: {@code {"detail","error_type"}}; the status object names the error, too. */
    record RequestError(int status, String errorType, String message) implements Ending {}

    /** A success of a generation whose pictures are no good. */
    record Flawed(Flaw flaw) implements Ending {}

    /** A success of a training whose output names no LoRA. */
    record WithoutLora() implements Ending {}
}
