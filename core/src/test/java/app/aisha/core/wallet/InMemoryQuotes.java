package app.aisha.core.wallet;

import app.aisha.core.work.Restorable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Quotes in a map. */
public final class InMemoryQuotes implements Quotes, Restorable {

    private final LinkedHashMap<QuoteId, Quote> all = new LinkedHashMap<>();

    @Override
    public synchronized void add(Quote quote) {
        all.put(quote.id(), quote);
    }

    @Override
    public synchronized Optional<Quote> find(QuoteId id) {
        return Optional.ofNullable(all.get(id));
    }

    public synchronized QuoteId newest() {
        return all.lastEntry().getKey();
    }

    @Override
    public synchronized Runnable snapshot() {
        var before = new LinkedHashMap<>(all);
        return () -> putBack(before);
    }

    private synchronized void putBack(Map<QuoteId, Quote> before) {
        all.clear();
        all.putAll(before);
    }
}
