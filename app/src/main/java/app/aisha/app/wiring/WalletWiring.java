package app.aisha.app.wiring;

import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresQuotes;
import app.aisha.adapters.postgres.PostgresReceipts;
import app.aisha.adapters.postgres.PostgresWallets;
import app.aisha.app.observe.WatchedWallets;
import app.aisha.app.settings.Settings;
import app.aisha.core.wallet.Receipts;
import app.aisha.core.wallet.Till;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.TimeOrderedIds;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Credits and what they are spent on. */
@Configuration(proxyBeanMethods = false)
class WalletWiring {

    @Bean
    Wallets wallets(
            PostgresDatabase database,
            TimeOrderedIds ids,
            InstantSource clock,
            Settings settings,
            MeterRegistry meters) {
        return new WatchedWallets(
                new PostgresWallets(
                        database, ids, clock, settings.general().house().gift()),
                meters,
                PostgresDatabase::afterCommit);
    }

    @Bean
    Receipts receipts(PostgresDatabase database) {
        return new PostgresReceipts(database);
    }

    @Bean
    Till till(PostgresDatabase database, Wallets wallets, TimeOrderedIds ids, InstantSource clock, Settings settings) {
        return new Till(settings.general().house().prices(), new PostgresQuotes(database), wallets, ids, clock);
    }
}
