package app.aisha.core.wallet;

import app.aisha.core.account.UserId;
import java.util.Optional;

/** The prices that people were shown. Thread-safe; takes part in the caller's transaction. */
public interface Quotes {

    void add(Quote quote);

    Optional<Quote> find(QuoteId id);

    /** The owner's quote; empty also where it was given to somebody else. */
    default Optional<Quote> find(QuoteId id, UserId owner) {
        return find(id).filter(quote -> quote.owner().equals(owner));
    }
}
