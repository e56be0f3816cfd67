package app.aisha.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchedJobsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WatchedJobs watch = new WatchedJobs(meters, new Traces(Tracer.NOOP), List.of("paint", "erase"));

    @Test
    void theFirstFailureIsAStepFromNothing() {
        assertThat(failures("paint")).isZero();

        watch.begin("paint", "1", Optional.empty()).close();

        assertThat(failures("paint")).isEqualTo(1);
        assertThat(failures("erase")).isZero();
    }

    private long failures(String kind) {
        return meters.get("aisha.jobs.runs")
                .tags("kind", kind, "outcome", "failed")
                .timer()
                .count();
    }
}
