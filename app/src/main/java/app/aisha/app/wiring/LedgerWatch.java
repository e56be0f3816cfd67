package app.aisha.app.wiring;

import app.aisha.core.wallet.Finding;
import app.aisha.core.wallet.LedgerFindings;
import app.aisha.core.wallet.LedgerInspector;
import app.aisha.core.wallet.ReconcileLedger;
import app.aisha.core.wallet.ReconcileLedger.Depth;
import app.aisha.core.wallet.ReconcileLedger.Outcome;
import app.aisha.core.work.StorageUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Checks the ledger: all of it at the start and every day, what was changed lately every minute. A check that fails comes
 * again at its next time and stops nothing.
 */
@Component
class LedgerWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWatch.class);

    private final ReconcileLedger reconcileLedger;
    private final LedgerInspector inspector;
    private final LedgerFindings findings;
    private final LedgerGauges gauges;
    private final MeterRegistry meters;

    LedgerWatch(
            ReconcileLedger reconcileLedger,
            LedgerInspector inspector,
            LedgerFindings findings,
            LedgerGauges gauges,
            MeterRegistry meters) {
        this.reconcileLedger = reconcileLedger;
        this.inspector = inspector;
        this.findings = findings;
        this.gauges = gauges;
        this.meters = meters;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 24 * 60 * 60, timeUnit = TimeUnit.SECONDS)
    void whole() {
        check(Depth.WHOLE);
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void recent() {
        check(Depth.RECENT);
    }

    private void check(Depth depth) {
        var begin = Timer.start(meters);
        var result = "failed";
        try {
            result = switch (reconcileLedger.reconcile(depth)) {
                case Outcome.Checked checked -> {
                    checked.fresh().forEach(LedgerWatch::log);
                    yield "checked";
                }
                case Outcome.UnderWay _ -> "left to another";
            };
            gauges.show(inspector.totals(), findings.present());
        } catch (StorageUnavailable e) {
            LOG.warn("The check of the ledger waits for the database: {}", e.getMessage());
        } finally {
            begin.stop(meters.timer(
                    "aisha.ledger.checks", "depth", depth.name().toLowerCase(Locale.ROOT), "result", result));
        }
    }

    private static void log(Finding finding) {
        LOG.error("The ledger is not in order: {} at {}. {}", finding.kind(), finding.subject(), finding.sentence());
    }
}
