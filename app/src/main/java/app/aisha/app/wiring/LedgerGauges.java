package app.aisha.app.wiring;

import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Finding;
import app.aisha.core.wallet.LedgerFindings.Known;
import app.aisha.core.wallet.LedgerInspector.Totals;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** What the last check of the ledger saw, for whoever collects metrics. Thread-safe. */
@Component
final class LedgerGauges {

    private volatile Totals totals = new Totals(Credits.NONE, Credits.NONE, 0, Duration.ZERO);
    private volatile List<Known> present = List.of();

    LedgerGauges(MeterRegistry meters) {
        for (var kind : Finding.Kind.values()) {
            gauge("aisha.ledger.findings", it -> it.count(kind))
                    .description("What is wrong with the ledger and not gone")
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        gauge("aisha.ledger.free", it -> it.totals.free().amount())
                .description("Credits that people can spend")
                .register(meters);
        gauge("aisha.ledger.held", it -> it.totals.held().amount())
                .description("Credits set aside for work under way")
                .register(meters);
        gauge("aisha.ledger.holds.open", it -> it.totals.openHolds()).register(meters);
        gauge("aisha.ledger.holds.eldest", it -> it.totals.eldest().toSeconds())
                .description("How long the eldest open hold has been open")
                .baseUnit("seconds")
                .register(meters);
    }

    private Gauge.Builder<LedgerGauges> gauge(String name, ToDoubleFunction<LedgerGauges> value) {
        return Gauge.builder(name, this, value);
    }

    private long count(Finding.Kind kind) {
        return present.stream().filter(known -> known.finding().kind() == kind).count();
    }

    void show(Totals seen, List<Known> findings) {
        totals = seen;
        present = List.copyOf(findings);
    }
}
