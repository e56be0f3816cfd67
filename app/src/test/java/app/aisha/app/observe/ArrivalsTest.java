package app.aisha.app.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    private final AtomicLong now = new AtomicLong();
    private final Arrivals arrivals = new Arrivals(now::get);

    @Test
    void whoeverCameWaitsUntilLeaving() {
        arrivals.came(1);
        arrivals.came(2);
        now.addAndGet(Duration.ofSeconds(3).toNanos());

        assertThat(arrivals.waiting()).isEqualTo(2);
        assertThat(arrivals.left(1)).contains(Duration.ofSeconds(3));
        assertThat(arrivals.left(1)).isEmpty();
        assertThat(arrivals.waiting()).isEqualTo(1);
    }

    @Test
    void whoeverNeverLeavesIsForgotten() {
        arrivals.came(1);
        now.addAndGet(Duration.ofMinutes(6).toNanos());
        arrivals.came(2);
        now.addAndGet(Duration.ofMinutes(6).toNanos());

        assertThat(arrivals.waiting()).isEqualTo(1);
        assertThat(arrivals.left(1)).isEmpty();
        assertThat(arrivals.left(2)).contains(Duration.ofMinutes(6));
    }
}
