package app.aisha.core.picture;

import app.aisha.core.work.Fetched;
import app.aisha.core.work.ProviderUnavailable;
import app.aisha.core.work.Removal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

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
    URI upload(Path file, String fileName) throws ProviderUnavailable, InterruptedException;

    /** The JSON that {@link #submit} sends for this order; the same for the same order. */
    String input(PaintingOrder order);

    /**
     * Asks for one picture. Never repeats the request by itself, because a second one would be a second picture to pay.
     *
     * @throws ProviderUnavailable it was surely not accepted; the same order may be submitted later
     */
    Submission submit(PaintingOrder order) throws ProviderUnavailable, InterruptedException;

    /** How a painting is coming along. */
    PaintingReport report(PaintingTicket ticket) throws ProviderUnavailable, InterruptedException;

    /** Asks to stop; whether it really stops is seen in the report. */
    void cancel(PaintingTicket ticket) throws ProviderUnavailable, InterruptedException;

    /**
     * Looks for a painting whose submission was not answered.
     *
     * @param input what {@link #input} said of the order
     * @param since when it was submitted
     * @return all that were asked for so since a few minutes before, the latest first; none where the painter's list does not
     *     hold it, or shows no list to this key
     */
    List<PaintingTicket> find(String endpoint, String input, Instant since)
            throws ProviderUnavailable, InterruptedException;

    /**
     * Copies a picture to disk, replacing the target.
     *
     * @param limit most bytes that are taken
     */
    Fetched fetch(URI picture, Path target, long limit) throws ProviderUnavailable, InterruptedException;

    /** Has the painter remove what it keeps of a painting that is over; a painting it does not know is gone. */
    Removal forget(String requestId) throws ProviderUnavailable, InterruptedException;

    /** What became of a request for a picture. */
    sealed interface Submission {

        record Accepted(PaintingTicket ticket) implements Submission {}

        /** The painter does not take it. */
        record Refused(PictureProblem problem, String detail) implements Submission {}

        /** It may have been accepted or not; it must not be repeated. */
        record Uncertain(String why) implements Submission {}
    }
}
