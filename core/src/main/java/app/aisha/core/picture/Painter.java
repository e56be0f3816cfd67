package app.aisha.core.picture;

import app.aisha.core.work.OperatorAlarm.Trouble;
import app.aisha.core.work.Removal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Paints pictures, far away and for money. Thread-safe. Every call may take up to a minute, {@link #upload} and {@link #fetch}
 * as long as the file takes; all but {@link #submit} may be repeated at will.
 */
public interface Painter {

    /**
     * Hands over what a painting needs, for as long as it may take.
     *
     * @param fileName with the ending of its type: {@code .jpg} or {@code .safetensors}
     * @return where the painter finds it
     */
    URI upload(Path file, String fileName) throws PainterUnavailable, InterruptedException;

    /** The JSON that {@link #submit} sends for this order; the same for the same order. */
    String input(PaintingOrder order);

    /**
     * Asks for one picture. Never repeats the request by itself, because a second one would be a second picture to pay.
     *
     * @throws PainterUnavailable it was surely not accepted; the same order may be submitted later
     */
    Submission submit(PaintingOrder order) throws PainterUnavailable, InterruptedException;

    /** How a painting is coming along. */
    PaintingReport report(PaintingTicket ticket) throws PainterUnavailable, InterruptedException;

    /** Asks to stop; whether it really stops is seen in the report. */
    void cancel(PaintingTicket ticket) throws PainterUnavailable, InterruptedException;

    /**
     * Looks for a painting whose submission was not answered.
     *
     * @param input what {@link #input} said of the order
     * @param since when it was submitted
     * @return all that were asked for so since a few minutes before, the latest first; none where the painter's list does not
     *     hold it, or shows no list to this key
     */
    List<PaintingTicket> find(String endpoint, String input, Instant since)
            throws PainterUnavailable, InterruptedException;

    /**
     * Copies a picture to disk, replacing the target.
     *
     * @param limit most bytes that are taken
     */
    Fetched fetch(URI picture, Path target, long limit) throws PainterUnavailable, InterruptedException;

    /** Has the painter remove what it keeps of a painting that is over; a painting it does not know is gone. */
    Removal forget(String requestId) throws PainterUnavailable, InterruptedException;

    /** What became of a request for a picture. */
    sealed interface Submission {

        record Accepted(PaintingTicket ticket) implements Submission {}

        /** The painter does not take it. */
        record Refused(PictureProblem problem, String detail) implements Submission {}

        /** It may have been accepted or not; it must not be repeated. */
        record Uncertain(String why) implements Submission {}
    }

    /** What became of a download. */
    sealed interface Fetched {

        record Stored(long bytes) implements Fetched {}

        /** The address is not one that pictures of this painter come from, is empty, gone, or larger than allowed. */
        record Unusable(String why) implements Fetched {}
    }

    /** The painter did not answer usefully. */
    final class PainterUnavailable extends Exception {

        private final Duration pause;
        private final Optional<Trouble> trouble;

        /**
         * Says when to try again.
         *
         * @param pause at least how long to wait
         * @param trouble that only an operator ends, where waiting alone will not help
         */
        public PainterUnavailable(String message, Duration pause, Optional<Trouble> trouble) {
            super(message);
            this.pause = pause;
            this.trouble = trouble;
        }

        public Duration pause() {
            return pause;
        }

        public Optional<Trouble> trouble() {
            return trouble;
        }
    }
}
