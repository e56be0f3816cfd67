package app.aisha.adapters.postgres;

import app.aisha.core.payment.Market;
import app.aisha.core.wallet.Credits;
import app.aisha.core.work.RecordedJobs;
import app.aisha.core.work.RecordingOutbox;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import java.time.ZoneId;
import java.util.List;

/** Markets over PostgreSQL. */
final class PostgresMarket {

    private PostgresMarket() {}

    static Market over(PostgresDatabase database) {
        var clock = new SettableClock();
        var ids = new TimeOrderedIds(clock);
        return new Market(
                new Market.Stores(
                        new PostgresStarOrders(database),
                        new PostgresStarPayments(database),
                        new PostgresPromoCodes(database),
                        new PostgresRedemptions(database),
                        new PostgresWallets(database, ids, clock, Credits.NONE),
                        new PostgresReceipts(database),
                        new PostgresUsers(database, ids, ZoneId.of("UTC"))),
                database,
                Market.PRICES,
                List.of(Market.SMALL, Market.LARGE),
                clock,
                new RecordingOutbox(),
                new RecordedJobs());
    }
}
