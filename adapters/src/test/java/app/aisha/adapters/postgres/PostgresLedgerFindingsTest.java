package app.aisha.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.wallet.LedgerFindings;
import app.aisha.core.wallet.LedgerFindingsContract;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresLedgerFindingsTest implements LedgerFindingsContract {

    private static final PostgresDatabase DATABASE = TestDatabase.open();

    @BeforeEach
    void nothingIsFoundYet() {
        DATABASE.dsl().execute("DELETE FROM ledger_findings");
    }

    @Override
    public LedgerFindings findings() {
        return new PostgresLedgerFindings(DATABASE, new TimeOrderedIds(InstantSource.system()));
    }

    @Test
    void whoClaimsTheFindingsHasThemUntilTheTransactionEnds() throws Exception {
        try (var other = Executors.newSingleThreadExecutor()) {
            DATABASE.run(() -> {
                assertThat(findings().claim()).isTrue();
                assertThat(findings().claim()).isTrue();
                assertThat(other.submit(findings()::claim))
                        .succeedsWithin(Duration.ofSeconds(30))
                        .isEqualTo(false);
            });
            assertThat(other.submit(findings()::claim).get()).isTrue();
        }
    }
}
