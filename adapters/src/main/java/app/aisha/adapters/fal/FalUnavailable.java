package app.aisha.adapters.fal;

import app.aisha.core.work.OperatorAlarm.Trouble;
import app.aisha.core.work.ProviderUnavailable;
import java.time.Duration;
import java.util.Optional;

/** FAL did not answer usefully, whatever it was asked for. */
final class FalUnavailable extends Exception {

    private final Duration pause;
    private final Optional<Trouble> trouble;
    private final boolean busy;

    /**
     * Says when to try again.
     *
     * @param pause at least how long to wait
     * @param trouble that only an operator ends, where waiting alone will not help
     */
    FalUnavailable(String message, Duration pause, Optional<Trouble> trouble) {
        this(message, pause, trouble, false);
    }

    private FalUnavailable(String message, Duration pause, Optional<Trouble> trouble, boolean busy) {
        super(message);
        this.pause = pause;
        this.trouble = trouble;
        this.busy = busy;
    }

    /** FAL is there and wants to be asked less often. */
    static FalUnavailable busy(String message, Duration pause) {
        return new FalUnavailable(message, pause, Optional.empty(), true);
    }

    /** The same with another pause. */
    FalUnavailable after(Duration other) {
        return new FalUnavailable(String.valueOf(getMessage()), other, trouble, busy);
    }

    /** Whether FAL cannot be reached or breaks down over what it is asked. */
    boolean isOutage() {
        return trouble.isEmpty() && !busy;
    }

    Duration pause() {
        return pause;
    }

    Optional<Trouble> trouble() {
        return trouble;
    }

    /** Asks, and says in the words of the ports that FAL did not answer. */
    static <A> A toPort(Question<A> question) throws ProviderUnavailable, InterruptedException {
        try {
            return question.ask();
        } catch (FalUnavailable e) {
            throw new ProviderUnavailable(String.valueOf(e.getMessage()), e.pause, e.trouble);
        }
    }

    /** Something that is asked of FAL. */
    @FunctionalInterface
    interface Question<A> {

        A ask() throws FalUnavailable, InterruptedException;
    }
}
