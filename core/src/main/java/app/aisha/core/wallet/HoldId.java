package app.aisha.core.wallet;

import java.util.UUID;

/** Identifies a hold. It is the id of the quote that was confirmed, so a quote can be paid once only. */
public record HoldId(UUID value) {

    public static HoldId of(QuoteId quote) {
        return new HoldId(quote.value());
    }
}
