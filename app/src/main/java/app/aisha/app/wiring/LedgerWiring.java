package app.aisha.app.wiring;

import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.adapters.postgres.PostgresLedgerFindings;
import app.aisha.adapters.postgres.PostgresLedgerInspector;
import app.aisha.app.settings.Settings;
import app.aisha.bot.wallet.LedgerAnnouncer;
import app.aisha.core.account.Users;
import app.aisha.core.wallet.LedgerFindings;
import app.aisha.core.wallet.LedgerInspector;
import app.aisha.core.wallet.ReconcileLedger;
import app.aisha.core.work.Outbox;
import app.aisha.core.work.TimeOrderedIds;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether the ledger is in order. */
@Configuration(proxyBeanMethods = false)
class LedgerWiring {

    @Bean
    LedgerInspector ledgerInspector(PostgresDatabase database, InstantSource clock) {
        return new PostgresLedgerInspector(database, clock, HeldWorks.ALL);
    }

    @Bean
    LedgerFindings ledgerFindings(PostgresDatabase database, TimeOrderedIds ids) {
        return new PostgresLedgerFindings(database, ids);
    }

    @Bean
    ReconcileLedger reconcileLedger(
            LedgerInspector inspector,
            LedgerFindings findings,
            Users users,
            Settings settings,
            Outbox outbox,
            PostgresDatabase database,
            InstantSource clock) {
        var admins = settings.general().house().admins();
        return new ReconcileLedger(inspector, findings, users, admins, outbox, database, clock);
    }

    @Bean
    LedgerAnnouncer ledgerAnnouncer(LedgerFindings findings) {
        return new LedgerAnnouncer(findings);
    }
}
