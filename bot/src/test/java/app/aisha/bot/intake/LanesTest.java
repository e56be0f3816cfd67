package app.aisha.bot.intake;

import static app.aisha.bot.intake.LaneStage.ANNA;
import static app.aisha.bot.intake.LaneStage.DILNARA;
import static app.aisha.bot.intake.LaneStage.awaitUninterrupted;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Eventually;
import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final LaneStage stage = new LaneStage();
    private final List<Long> handled = stage.handled;
    private final InMemoryInbox inbox = stage.inbox;
    private final InMemoryChatClaims elsewhere = stage.elsewhere;

    @Test
    void aChatKeepsItsOrder() {
        try (var lanes = stage.lanes(handled::add)) {
            IntStream.range(0, 500).forEach(i -> stage.enter(lanes, DILNARA, i));

            Eventually.until("all are handled", () -> handled.size() == 500);
            assertThat(handled).isSorted();
        }
    }

    @Test
    void chatsRunBesideEachOther() {
        var both = new CyclicBarrier(2);
        try (var lanes = stage.lanes(i -> {
            await(both);
            handled.add(i);
        })) {
            stage.enter(lanes, DILNARA, 1);
            stage.enter(lanes, ANNA, 2);

            Eventually.until("both meet", () -> handled.size() == 2);
        }
    }

    @Test
    void whatAHandlerThrowsDoesNotStopItsLane() {
        try (var lanes = stage.lanes(i -> {
            if (i == 1) {
                throw new AssertionError("an error of ours");
            }
            handled.add(i);
        })) {
            List.of(1, 2).forEach(i -> stage.enter(lanes, DILNARA, i));

            Eventually.until("both are marked", () -> inbox.marked().equals(Set.of(1L, 2L)));
            assertThat(handled).containsExactly(2L);
        }
    }

    @Test
    void aLaneThatWasIdleTakesTheNextOne() {
        try (var lanes = stage.lanes(handled::add)) {
            stage.enter(lanes, DILNARA, 1);
            Eventually.until("the first is handled", () -> handled.size() == 1);
            stage.enter(lanes, DILNARA, 2);

            Eventually.until("the second is handled", () -> handled.size() == 2);
        }
    }

    @Test
    void whileTheDatabaseIsAwayTheLaneWaitsAndKeepsItsOrder() {
        var outages = new AtomicInteger(2);
        try (var lanes = stage.lanes(i -> {
            if (outages.getAndDecrement() > 0) {
                throw new StorageUnavailable("away", new IllegalStateException());
            }
            handled.add(i);
        })) {
            List.of(1, 2).forEach(i -> stage.enter(lanes, DILNARA, i));

            Eventually.until("both are handled", () -> handled.size() == 2);
            assertThat(handled).isSorted();
        }
    }

    @Test
    void closingLetsTheCurrentOneEndAndDropsTheRest() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var lanes = stage.lanes(i -> {
            begun.countDown();
            awaitUninterrupted(go);
            handled.add(i);
        });
        stage.enter(lanes, DILNARA, 1);
        stage.enter(lanes, DILNARA, 2);
        begun.await();

        var closing = Thread.ofVirtual().start(lanes::close);
        Eventually.until("the lanes are closed", () -> !stage.enter(lanes, ANNA, 3));
        go.countDown();
        closing.join();

        assertThat(handled).contains(1L).doesNotContain(2L);
        assertThat(inbox.marked()).containsExactly(1L);
        assertThat(elsewhere.claim(DILNARA)).isTrue();
    }

    @Test
    void whatDoesNotEndInTimeIsInterrupted() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var lanes = stage.lanes(
                _ -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException _) {
                        interrupted.countDown();
                    }
                },
                Duration.ofMillis(1));
        stage.enter(lanes, DILNARA, 1);
        begun.await();

        lanes.close();

        interrupted.await();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
