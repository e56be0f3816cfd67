package app.aisha.adapters.openai;

import java.time.Duration;

/** A service did not answer usefully; each port has an exception of its own that says the same. */
final class ServiceUnavailable extends Exception {

    private final Duration pause;
    private final boolean needsOperator;

    ServiceUnavailable(String message, Duration pause, boolean needsOperator) {
        super(message);
        this.pause = pause;
        this.needsOperator = needsOperator;
    }

    /** What to say in the log. */
    String why() {
        return String.valueOf(getMessage());
    }

    Duration pause() {
        return pause;
    }

    boolean needsOperator() {
        return needsOperator;
    }
}
