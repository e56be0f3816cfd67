package app.aisha.core.digest;

import java.time.Duration;

/** Has a language model read and write. Slow: one call takes seconds to minutes. Thread-safe. */
public interface Digester {

    /**
     * Reads the excerpt and writes what is asked for, in the language of the excerpt. Retries what passes within a minute by
     * itself.
     *
     * @throws DigesterUnavailable nothing is known; the same may be asked for later
     */
    Answer write(Request request, Excerpt excerpt) throws DigesterUnavailable, InterruptedException;

    /** How many characters of passages fit one call, with room for time codes, the instruction and the answer. */
    int capacity();

    /** The name of the model, for the record. */
    String model();

    /** How a call ended. */
    sealed interface Answer {

        record Written(Draft draft) implements Answer {}

        /** The model, or a filter before it, will not do this; asking again is pointless. */
        record Refused(String reason) implements Answer {}

        /** More than the model can read or write at once; less of it may do. */
        record TooLong() implements Answer {}

        /** No answer of the asked form came, also not after a second try. */
        record Garbled() implements Answer {}
    }

    /** The service did not answer usefully. */
    final class DigesterUnavailable extends Exception {

        private final Duration pause;
        private final boolean needsOperator;

        /**
         * Says when to try again.
         *
         * @param pause how long to wait before the next try
         * @param needsOperator true when waiting alone will not help: wrong key, spent quota, unknown model
         */
        public DigesterUnavailable(String message, Duration pause, boolean needsOperator) {
            super(message);
            this.pause = pause;
            this.needsOperator = needsOperator;
        }

        public Duration pause() {
            return pause;
        }

        public boolean needsOperator() {
            return needsOperator;
        }
    }
}
