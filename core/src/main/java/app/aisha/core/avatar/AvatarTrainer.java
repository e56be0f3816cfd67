package app.aisha.core.avatar;

import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Trains models from photos, far away and for money. Thread-safe. Every call may take up to a minute, {@link #upload} and
 * {@link #fetch} as long as the file takes; all but {@link #submit} may be repeated at will.
 */
public interface AvatarTrainer {

    /**
     * Hands over the archive for as long as a training may need it.
     *
     * @param fileName ends with {@code .zip}; it is the intent the training is recognised by later
     * @return where the trainer finds it
     */
    URI upload(Path archive, String fileName) throws ProviderUnavailable, InterruptedException;

    /** The JSON that {@link #submit} sends for this order; the same for the same order. */
    String input(TrainingOrder order);

    /**
     * Asks for one training. Never repeats the request by itself, because a second one would be a second training.
     *
     * @throws ProviderUnavailable it was surely not accepted; the same order may be submitted later
     */
    Submission submit(TrainingOrder order) throws ProviderUnavailable, InterruptedException;

    /** How a training is coming along. */
    TrainingReport report(TrainingTicket ticket) throws ProviderUnavailable, InterruptedException;

    /** The ticket of a training of which only the id is known. */
    TrainingTicket ticket(TrainerBackend backend, String requestId);

    /** Asks to stop the training; whether it really stops is seen in its report. */
    void cancel(TrainingTicket ticket) throws ProviderUnavailable, InterruptedException;

    /**
     * Looks for a training whose submission was not answered.
     *
     * @param since when it was submitted
     * @return empty where the trainer's list does not hold it, or shows no list to this key
     */
    Optional<TrainingTicket> find(TrainingOrder order, Instant since) throws ProviderUnavailable, InterruptedException;

    /**
     * Copies a file of a result to disk, replacing the target.
     *
     * @param limit most bytes that are taken
     */
    Fetched fetch(URI file, Path target, long limit) throws ProviderUnavailable, InterruptedException;

    /** Has the trainer remove what it keeps of a training that is over; a training it does not know is gone. */
    Removal forget(String requestId) throws ProviderUnavailable, InterruptedException;

    /** What became of a request for training. */
    sealed interface Submission {

        record Accepted(TrainingTicket ticket) implements Submission {}

        /** The trainer does not take it. */
        record Refused(TrainingProblem problem, String detail) implements Submission {}

        /** It may have been accepted or not; it must not be repeated. */
        record Uncertain(String why) implements Submission {}
    }
}
