package app.aisha.app.observe;

import app.aisha.adapters.jobs.JobWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Counts, times and traces the runs of jobs. Thread-safe. */
public final class WatchedJobs implements JobWatch {

    private static final String FAILED = "failed";

    private final MeterRegistry meters;
    private final Traces traces;

    /**
     * Counts in these meters. The first failure after a start is seen as a step from nothing to one: a series that begins with
     * one shows none.
     *
     * @param kinds names of the jobs there are
     */
    public WatchedJobs(MeterRegistry meters, Traces traces, Collection<String> kinds) {
        this.meters = meters;
        this.traces = traces;
        kinds.forEach(kind -> runs(kind, FAILED));
    }

    private Timer runs(String kind, String outcome) {
        return Timer.builder("aisha.jobs.runs")
                .description("Runs of jobs")
                .tag("kind", kind)
                .tag("outcome", outcome)
                .register(meters);
    }

    @Override
    public Run begin(String kind, String subject, Optional<String> mark) {
        var sample = Timer.start(meters);
        var trace = traces.begin("job " + kind, mark, Map.of("job", kind, "subject", subject));
        return new Run() {

            private String outcome = FAILED;

            @Override
            public void ended(Ending ending) {
                outcome = ending.name().toLowerCase(Locale.ROOT);
            }

            @Override
            public void close() {
                sample.stop(runs(kind, outcome));
                trace.tag("outcome", outcome);
                trace.close();
            }
        };
    }
}
