package app.aisha.core.work;

import app.aisha.core.work.OperatorAlarm.Trouble;
import java.time.Duration;
import java.util.Optional;

/** A service that works for money did not answer usefully. */
public final class ProviderUnavailable extends Exception {

    private final Duration pause;
    private final Optional<Trouble> trouble;

    /**
     * Says when to try again.
     *
     * @param pause at least how long to wait
     * @param trouble what waiting alone will not end: wrong key, spent balance; empty where it may
     */
    public ProviderUnavailable(String message, Duration pause, Optional<Trouble> trouble) {
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
