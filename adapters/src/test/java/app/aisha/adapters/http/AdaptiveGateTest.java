package app.aisha.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AdaptiveGateTest {

    private final AdaptiveGate gate = new AdaptiveGate(4, 8);

    @Test
    void everySuccessOpensItByOneUpToTheMost() throws Exception {
        for (var i = 0; i < 10; i++) {
            try (var pass = gate.enter()) {
                pass.succeeded();
            }
        }

        assertThat(gate.limit()).isEqualTo(8);
        assertThat(enter(8)).hasSize(8);
    }

    @Test
    void aComplaintHalvesItOnceForAllCallsUnderWay() throws Exception {
        var passes = enter(4);

        passes.forEach(AdaptiveGate.Pass::tooMany);

        assertThat(gate.limit()).isEqualTo(2);
        passes.forEach(AdaptiveGate.Pass::close);
        assertThat(enter(2)).hasSize(2);
    }

    @Test
    void narrowedItStaysNarrow() throws Exception {
        var passes = enter(4);
        gate.narrowTo(2);
        gate.narrowTo(5);

        for (var pass : passes) {
            pass.succeeded();
            pass.close();
        }

        assertThat(gate.limit()).isEqualTo(2);
        assertThat(enter(2)).hasSize(2);
    }

    @Test
    void oneCallIsAlwaysLetThrough() throws Exception {
        for (var i = 0; i < 5; i++) {
            try (var pass = gate.enter()) {
                pass.tooMany();
            }
        }

        assertThat(gate.limit()).isEqualTo(1);
        assertThat(enter(1)).hasSize(1);
    }

    @Test
    void neverMoreRunAtOnceThanTheLimit() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var start = new CountDownLatch(1);
        var callers = new ArrayList<Thread>();
        for (var i = 0; i < 200; i++) {
            var complains = i % 17 == 0;
            callers.add(Thread.ofVirtual().start(() -> {
                try {
                    start.await();
                    try (var pass = gate.enter()) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        inside.decrementAndGet();
                        if (complains) {
                            pass.tooMany();
                        } else {
                            pass.succeeded();
                        }
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }

        start.countDown();
        for (var caller : callers) {
            caller.join();
        }

        assertThat(most.get()).isBetween(1, 8);
        assertThat(enter(gate.limit())).hasSize(gate.limit());
    }

    private List<AdaptiveGate.Pass> enter(int times) throws InterruptedException {
        var passes = new ArrayList<AdaptiveGate.Pass>();
        for (var i = 0; i < times; i++) {
            passes.add(gate.enter());
        }
        return passes;
    }
}
