package app.aisha.core.privacy;

import java.time.Duration;

/** The last word to somebody who is not known any more. Thread-safe. */
public interface Farewells {

    /** Tells what was removed and what was not; may reach the person twice where an answer is lost. */
    Saying say(Erasure erasure) throws InterruptedException;

    /** What became of it. */
    sealed interface Saying {

        record Said() implements Saying {}

        /** The person cannot be reached, or the words cannot be sent; trying again changes nothing. */
        record Impossible() implements Saying {}

        record Later(Duration pause, String why) implements Saying {}
    }
}
