package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.QUOTES;

import app.aisha.core.account.UserId;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.Quote;
import app.aisha.core.wallet.QuoteId;
import app.aisha.core.wallet.Quotes;
import java.time.ZoneOffset;
import java.util.Optional;

/** Quotes in the table {@code quotes}. */
public final class PostgresQuotes implements Quotes {

    private final PostgresDatabase database;

    public PostgresQuotes(PostgresDatabase database) {
        this.database = database;
    }

    @Override
    public void add(Quote quote) {
        database.dsl()
                .insertInto(QUOTES)
                .set(QUOTES.ID, quote.id().value())
                .set(QUOTES.USER_ID, quote.owner().value())
                .set(QUOTES.PURPOSE, HoldRows.kind(quote.purpose().kind()))
                .set(QUOTES.SUBJECT, quote.purpose().subject())
                .set(QUOTES.PRICE, quote.price().amount())
                .set(QUOTES.VALID_UNTIL, quote.validUntil().atOffset(ZoneOffset.UTC))
                .execute();
    }

    @Override
    public Optional<Quote> find(QuoteId id) {
        return database.dsl()
                .fetchOptional(QUOTES, QUOTES.ID.eq(id.value()))
                .map(row -> new Quote(
                        id,
                        new UserId(row.getUserId()),
                        new Purpose(HoldRows.kind(row.getPurpose()), row.getSubject()),
                        new Credits(row.getPrice()),
                        row.getValidUntil().toInstant()));
    }
}
