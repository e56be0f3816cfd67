package app.aisha.core.wallet;

import app.aisha.core.account.UserId;
import java.time.Instant;

/**
 * A price somebody was shown. A confirmation names the quote, so nobody pays a price they have not seen.
 *
 * @param price more than nothing
 * @param validUntil from this moment on a confirmation gets a new quote
 */
public record Quote(QuoteId id, UserId owner, Purpose purpose, Credits price, Instant validUntil) {

    public boolean isValidAt(Instant moment) {
        return moment.isBefore(validUntil);
    }
}
