package app.aisha.adapters.fal;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Where a request stands, whatever it is for. */
sealed interface FalState {

    /**
     * Waiting for a machine.
     *
     * @param ahead how many others come first, where FAL says
     */
    record InLine(OptionalLong ahead) implements FalState {}

    /**
     * On a machine.
     *
     * @param status as FAL shows it, with the log where that was asked for
     */
    record Running(JsonNode status) implements FalState {}

    /** Over, with a result. */
    record Done(JsonNode status, FalAnswer answer, JsonNode result) implements FalState {

        /** How long it ran, where FAL says. */
        OptionalDouble seconds() {
            var seconds = status.path("metrics").path("inference_time");
            return seconds.isNumber() ? OptionalDouble.of(seconds.asDouble()) : OptionalDouble.empty();
        }

        /** What is billed, where FAL says. */
        Optional<String> billed() {
            return answer.header("x-fal-billable-units");
        }
    }

    /** Over, without one. */
    record Failed(JsonNode status, FalError error) implements FalState {}

    /** FAL does not know it, or not any more. */
    record Unknown() implements FalState {}
}
