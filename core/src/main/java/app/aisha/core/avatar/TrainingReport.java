package app.aisha.core.avatar;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a trainer says about a training. */
public sealed interface TrainingReport {

    /**
     * Waiting for a machine.
     *
     * @param ahead how many others come first, where it says
     */
    record InLine(OptionalLong ahead) implements TrainingReport {}

    /**
     * Being trained.
     *
     * @param steps how far it is, where its log tells
     * @param log the lines shown this time: a moving window, with repetitions
     */
    record Running(Optional<Steps> steps, List<LogLine> log) implements TrainingReport {

        public Running {
            log = List.copyOf(log);
        }
    }

    /**
     * Trained.
     *
     * @param answer the whole answer as JSON
     * @param seconds how long it ran on the trainer's machine, where it says
     * @param billed units that were billed, where it says
     */
    record Done(
            ResultFile lora,
            ResultFile config,
            String answer,
            List<LogLine> log,
            OptionalDouble seconds,
            Optional<String> billed)
            implements TrainingReport {

        public Done {
            log = List.copyOf(log);
        }
    }

    /**
     * Over without a result. {@link TrainingProblem#BROKE_DOWN} and {@link TrainingProblem#TIMEOUT} may not happen again; the
     * other problems would.
     *
     * @param detail what the trainer said, at most 500 characters, without anything that was sent to it
     */
    record Failed(TrainingProblem problem, String detail, List<LogLine> log) implements TrainingReport {

        public Failed {
            log = List.copyOf(log);
        }
    }

    /** The trainer does not know this training, or not any more. */
    record Unknown() implements TrainingReport {}

    /** Step {@code done} of {@code total}. */
    record Steps(int done, int total) {}

    /** A line of the trainer's log; the time is its own, as text. */
    record LogLine(String time, String message) {}

    /**
     * A file the trainer made.
     *
     * @param bytes its size, where the trainer says
     */
    record ResultFile(URI address, OptionalLong bytes) {}
}
