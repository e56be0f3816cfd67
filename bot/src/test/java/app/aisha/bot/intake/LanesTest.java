package app.aisha.bot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Eventually;
import app.aisha.core.account.ChatId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final ChatId DILNARA = new ChatId(7);
    private static final ChatId ANNA = new ChatId(8);

    private final List<Integer> handled = new CopyOnWriteArrayList<>();

    @Test
    void aChatKeepsItsOrder() {
        try (var lanes = lanes(handled::add)) {
            IntStream.range(0, 500).forEach(i -> lanes.enter(DILNARA, i));

            Eventually.until("all are handled", () -> handled.size() == 500);
            assertThat(handled).isSorted();
        }
    }

    @Test
    void chatsRunBesideEachOther() {
        var both = new CyclicBarrier(2);
        try (var lanes = lanes(i -> {
            await(both);
            handled.add(i);
        })) {
            lanes.enter(DILNARA, 1);
            lanes.enter(ANNA, 2);

            Eventually.until("both meet", () -> handled.size() == 2);
        }
    }

    @Test
    void whatAHandlerThrowsDoesNotStopItsLane() {
        try (var lanes = lanes(i -> {
            if (i == 1) {
                throw new AssertionError("an error of ours");
            }
            handled.add(i);
        })) {
            List.of(1, 2).forEach(i -> lanes.enter(DILNARA, i));

            Eventually.until("the second is handled", () -> handled.equals(List.of(2)));
        }
    }

    @Test
    void aLaneThatWasIdleTakesTheNextOne() {
        try (var lanes = lanes(handled::add)) {
            lanes.enter(DILNARA, 1);
            Eventually.until("the first is handled", () -> handled.size() == 1);
            lanes.enter(DILNARA, 2);

            Eventually.until("the second is handled", () -> handled.size() == 2);
        }
    }

    @Test
    void closingLetsTheCurrentOneEndAndDropsTheRest() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var lanes = lanes(i -> {
            begun.countDown();
            awaitUninterrupted(go);
            handled.add(i);
        });
        lanes.enter(DILNARA, 1);
        lanes.enter(DILNARA, 2);
        begun.await();

        var closing = Thread.ofVirtual().start(lanes::close);
        Eventually.until("the lanes are closed", () -> !lanes.enter(ANNA, 3));
        go.countDown();
        closing.join();

        assertThat(handled).contains(1).doesNotContain(2);
    }

    @Test
    void whatDoesNotEndInTimeIsInterrupted() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var lanes = new Lanes<Integer>(
                _ -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException _) {
                        interrupted.countDown();
                    }
                },
                Duration.ofMillis(1));
        lanes.enter(DILNARA, 1);
        begun.await();

        lanes.close();

        interrupted.await();
    }

    private static Lanes<Integer> lanes(Consumer<Integer> handler) {
        return new Lanes<>(handler, Duration.ofSeconds(20));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
