package app.aisha.core.wallet;

import java.time.Instant;
import java.util.Optional;

/**
 * One ledger transaction as its owner sees it.
 *
 * @param number counts the transactions of a wallet from 1
 * @param change what it did to the free credits; may be negative or zero
 * @param freeAfter what was free right after it
 * @param hold the hold it began, ended or refunded, as it stands today
 * @param note what {@link Booking#note} or the reason of the ending said
 */
public record Receipt(
        long number, Instant at, Kind kind, long change, Credits freeAfter, Optional<Hold> hold, String note) {

    /** What happened. */
    public enum Kind {
        GIFT,
        PURCHASE,
        BONUS,
        PROMO,
        GRANT,
        TAKE,
        /** Given up by who left. */
        FORFEIT,
        /** The stars of a purchase went back. */
        STARS_REFUND,
        /** The stars of a purchase did not go back after all. */
        REFUND_FAILED,
        HOLD,
        CAPTURE,
        VOID,
        /** Some of a charge was given back. */
        REFUND
    }
}
