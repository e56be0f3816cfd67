package app.aisha.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Both instances are restarted, one after the other, while people keep tapping: every tap is answered and does what it should. */
class RollingRestartStory {

    private static final int PEOPLE_AT_ONCE = 3;

    @Test
    void noTapFails() throws Exception {
        var fleet = Fleet.whole();
        var failedBefore = fleet.balancer.failed();
        var over = new AtomicBoolean();
        var drains = new ArrayList<Duration>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var visits = new ArrayList<Future<Integer>>();
            for (var person = 0; person < PEOPLE_AT_ONCE; person++) {
                visits.add(people.submit(() -> visit(fleet, over)));
            }
            try {
                for (var instance : fleet.instances) {
                    drains.add(instance.restarts());
                    instance.runs();
                }
            } finally {
                over.set(true);
            }
            var taps = 0;
            for (var visit : visits) {
                taps += visit.get();
            }
            System.out.printf(
                    "Rolling restart: %d taps, none failed, the instances drained within %s ms, %d requests went to"
                            + " the other one%n",
                    taps, drains.stream().map(Duration::toMillis).toList(), fleet.balancer.retried());
            assertThat(taps).isPositive();
        }
        assertThat(fleet.balancer.failed()).isEqualTo(failedBefore);
    }

    /** One new person after the other finds the help and the way back; how many taps that were. */
    private static int visit(Fleet fleet, AtomicBoolean over) {
        var taps = 0;
        while (!over.get()) {
            var john = fleet.person("John");
            john.says("/start");
            john.sees("Hello, John!");
            for (var step : List.of(List.of("❓ Help", "What I can do"), List.of("‹ Back", "Main menu"))) {
                john.taps(step.getFirst());
                john.seesLast(step.getLast());
                taps++;
            }
        }
        return taps;
    }
}
