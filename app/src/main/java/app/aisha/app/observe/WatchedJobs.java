package app.aisha.app.observe;

import app.aisha.adapters.jobs.JobWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Counts, times and traces the runs of jobs. Thread-safe. */
public final class WatchedJobs implements JobWatch {

    private final MeterRegistry meters;
    private final Traces traces;

    public WatchedJobs(MeterRegistry meters, Traces traces) {
        this.meters = meters;
        this.traces = traces;
    }

    @Override
    public Run begin(String kind, String subject, Optional<String> mark) {
        var sample = Timer.start(meters);
        var trace = traces.begin("job " + kind, mark, Map.of("job", kind, "subject", subject));
        return new Run() {

            private String outcome = "failed";

            @Override
            public void ended(Ending ending) {
                outcome = ending.name().toLowerCase(Locale.ROOT);
            }

            @Override
            public void close() {
                sample.stop(Timer.builder("aisha.jobs.runs")
                        .description("Runs of jobs")
                        .tag("kind", kind)
                        .tag("outcome", outcome)
                        .register(meters));
                trace.tag("outcome", outcome);
                trace.close();
            }
        };
    }
}
