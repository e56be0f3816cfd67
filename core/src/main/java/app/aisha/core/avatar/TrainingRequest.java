package app.aisha.core.avatar;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What is known of a request for training. */
public sealed interface TrainingRequest {

    /**
     * It was sent, or was about to be, and nothing is known of an answer.
     *
     * @param input the JSON that is sent
     * @param webhook where the trainer is asked to ring
     */
    record Asked(String input, Optional<URI> webhook, Instant at) implements TrainingRequest {}

    /** The trainer took it. */
    record Accepted(TrainingTicket ticket, Instant at) implements TrainingRequest {}
}
