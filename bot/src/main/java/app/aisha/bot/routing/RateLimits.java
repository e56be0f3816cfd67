package app.aisha.bot.routing;

import app.aisha.core.account.ChatId;
import java.time.Duration;
import java.util.Optional;

/** How often a person may do what. Thread-safe; may forget at any time, which only makes it more generous. */
public interface RateLimits {

    /** What is counted apart from each other. */
    enum Kind {
        /** Texts, commands and taps. */
        MESSAGE,
        /** Recordings. */
        RECORDING,
        /** Words tried as promo codes. */
        PROMO
    }

    /**
     * How many are free in a window.
     *
     * @param count at least 1
     * @param window longer than zero
     */
    record Limit(int count, Duration window) {}

    /** Counts one; answers how long to wait where the limit of the kind is used up, and then counts nothing. */
    Optional<Duration> count(ChatId chat, Kind kind);
}
