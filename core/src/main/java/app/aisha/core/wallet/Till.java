package app.aisha.core.wallet;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Wallets.Holding;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** What a feature needs to sell its work: prices, quotes and holds. Thread-safe; takes part in the caller's transaction. */
public final class Till {

    /** How long a price that was shown is good. */
    public static final Duration VALIDITY = Duration.ofHours(24);

    private final Prices prices;
    private final Quotes quotes;
    private final Wallets wallets;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public Till(Prices prices, Quotes quotes, Wallets wallets, TimeOrderedIds ids, InstantSource clock) {
        this.prices = prices;
        this.quotes = quotes;
        this.wallets = wallets;
        this.ids = ids;
        this.clock = clock;
    }

    public Prices prices() {
        return prices;
    }

    public Balance balance(UserId owner) {
        return wallets.of(owner);
    }

    /** Stores a new quote of this price, which is more than nothing. */
    public Quote quote(UserId owner, Purpose purpose, Credits price) {
        var quote = new Quote(
                new QuoteId(ids.next()), owner, purpose, price, clock.instant().plus(VALIDITY));
        quotes.add(quote);
        return quote;
    }

    public Optional<Quote> find(QuoteId id, UserId owner) {
        return quotes.find(id, owner);
    }

    /** Whether a confirmation of the quote counts: it is not too old and the price is still the same. */
    public boolean honours(Quote quote, Credits priceNow) {
        return quote.isValidAt(clock.instant()) && quote.price().equals(priceNow);
    }

    /**
     * Sets the price of the quote aside.
     *
     * @param longest how long the work may take
     */
    public Holding hold(Quote quote, Duration longest) {
        return wallets.hold(Hold.open(quote, clock.instant().plus(longest)));
    }
}
