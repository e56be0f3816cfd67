package app.aisha.core.payment;

import java.time.Duration;

/** Telegram did not say what became of it; the same can be asked again. */
public final class CashierUnavailable extends Exception {

    private final Duration pause;

    public CashierUnavailable(String message, Duration pause) {
        super(message);
        this.pause = pause;
    }

    /** How long to wait before asking again. */
    public Duration pause() {
        return pause;
    }
}
