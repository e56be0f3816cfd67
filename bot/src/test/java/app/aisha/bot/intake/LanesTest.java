package app.aisha.bot.intake;

import static app.aisha.bot.intake.FrontDoor.understood;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Eventually;
import app.aisha.core.account.ChatId;
import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LanesTest {

    private static final ChatId DILNARA = new ChatId(7);
    private static final ChatId ANNA = new ChatId(8);

    private final List<Long> handled = new CopyOnWriteArrayList<>();
    private final InMemoryInbox inbox = new InMemoryInbox();
    private final InMemoryChatClaims claims = new InMemoryChatClaims();
    private final InMemoryChatClaims elsewhere = claims.another();

    @Test
    void aChatKeepsItsOrder() {
        try (var lanes = lanes(handled::add)) {
            IntStream.range(0, 500).forEach(i -> enter(lanes, DILNARA, i));

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
            enter(lanes, DILNARA, 1);
            enter(lanes, ANNA, 2);

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
            List.of(1, 2).forEach(i -> enter(lanes, DILNARA, i));

            Eventually.until("both are marked", () -> inbox.marked().equals(Set.of(1L, 2L)));
            assertThat(handled).containsExactly(2L);
        }
    }

    @Test
    void aLaneThatWasIdleTakesTheNextOne() {
        try (var lanes = lanes(handled::add)) {
            enter(lanes, DILNARA, 1);
            Eventually.until("the first is handled", () -> handled.size() == 1);
            enter(lanes, DILNARA, 2);

            Eventually.until("the second is handled", () -> handled.size() == 2);
        }
    }

    @Test
    void whileTheDatabaseIsAwayTheLaneWaitsAndKeepsItsOrder() {
        var outages = new AtomicInteger(2);
        try (var lanes = lanes(i -> {
            if (outages.getAndDecrement() > 0) {
                throw new StorageUnavailable("away", new IllegalStateException());
            }
            handled.add(i);
        })) {
            List.of(1, 2).forEach(i -> enter(lanes, DILNARA, i));

            Eventually.until("both are handled", () -> handled.size() == 2);
            assertThat(handled).isSorted();
        }
    }

    @Test
    void aChatThatAnotherInstanceHasWaits() {
        elsewhere.claim(DILNARA);
        try (var lanes = lanes(handled::add)) {
            enter(lanes, DILNARA, 1);
            enter(lanes, ANNA, 2);
            Eventually.until("who is not claimed is handled", () -> handled.contains(2L));
            assertThat(handled).containsExactly(2L);

            elsewhere.release(List.of(DILNARA));

            Eventually.until("then the other too", () -> handled.contains(1L));
        }
    }

    @Test
    void whatTheOtherInstanceDidMeanwhileIsNotDoneAgainAndWhatItLeftIs() {
        elsewhere.claim(DILNARA);
        try (var lanes = lanes(handled::add)) {
            inbox.keep(List.of(understood("1/7/older"), understood("2/7/also older")));
            enter(lanes, DILNARA, 3);
            enter(lanes, DILNARA, 4);
            inbox.done(List.of(1L, 3L));

            elsewhere.release(List.of(DILNARA));

            Eventually.until("the rest is handled", () -> handled.size() == 2);
            assertThat(handled).containsExactly(2L, 4L);
        }
    }

    /** Telegram delivers an update of a chat after the one before was kept, perhaps by another instance. */
    @Test
    void theEldestComesFirstAlsoWhileTheChatIsOurs() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var lanes = lanes(i -> {
            begun.countDown();
            awaitUninterrupted(go);
            handled.add(i);
        })) {
            enter(lanes, DILNARA, 1);
            begun.await();
            inbox.keep(List.of(understood("2/7/kept elsewhere")));
            enter(lanes, DILNARA, 3);
            go.countDown();

            Eventually.until("all are handled", () -> handled.size() == 3);
            assertThat(handled).isSorted();
        }
    }

    @Test
    void theChatIsGivenBackWhenAllIsMarkedAndNotBefore() {
        try (var lanes = lanes(i -> {
            inbox.setAway(true);
            handled.add(i);
        })) {
            enter(lanes, DILNARA, 1);
            Eventually.until("it is handled", () -> handled.size() == 1);
            assertThat(elsewhere.claim(DILNARA)).isFalse();

            inbox.setAway(false);

            Eventually.until("the chat is free", () -> elsewhere.claim(DILNARA));
            assertThat(inbox.marked()).containsExactly(1L);
        }
    }

    @Test
    void aClaimThatIsLostIsNotBelievedInAnyMore() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var lanes = lanes(i -> {
            begun.countDown();
            awaitUninterrupted(go);
            handled.add(i);
        })) {
            List.of(1, 2).forEach(i -> enter(lanes, DILNARA, i));
            begun.await();

            claims.lose();
            elsewhere.claim(DILNARA);
            inbox.done(List.of(2L));
            go.countDown();
            Eventually.until("what was begun is marked", () -> inbox.marked().contains(1L));
            elsewhere.release(List.of(DILNARA));
            enter(lanes, DILNARA, 3);

            Eventually.until("the next is handled", () -> handled.contains(3L));
            assertThat(handled).containsExactly(1L, 3L);
        }
    }

    @Test
    void aChatThatNobodyLooksAfterIsVisitedAndOneThatSomebodyDoesIsNot() {
        inbox.keep(List.of(understood("1/7/left"), understood("2/8/not left")));
        elsewhere.claim(ANNA);
        try (var lanes = lanes(handled::add)) {
            List.of(DILNARA, ANNA).forEach(lanes::visit);

            Eventually.until("what was left is handled", () -> handled.contains(1L));
        }
        assertThat(handled).containsExactly(1L);
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
        enter(lanes, DILNARA, 1);
        enter(lanes, DILNARA, 2);
        begun.await();

        var closing = Thread.ofVirtual().start(lanes::close);
        Eventually.until("the lanes are closed", () -> !enter(lanes, ANNA, 3));
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
        var lanes = lanes(
                _ -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException _) {
                        interrupted.countDown();
                    }
                },
                Duration.ofMillis(1));
        enter(lanes, DILNARA, 1);
        begun.await();

        lanes.close();

        interrupted.await();
    }

    private boolean enter(Lanes lanes, ChatId chat, int id) {
        var update = understood("%d/%d/x".formatted(id, chat.value()));
        inbox.keep(List.of(update));
        return lanes.enter(chat, update);
    }

    private Lanes lanes(LongConsumer handler) {
        return lanes(handler, Duration.ofSeconds(20));
    }

    private Lanes lanes(LongConsumer handler, Duration patience) {
        return new Lanes(
                claims,
                chat -> inbox.open(chat).stream()
                        .map(update -> understood(update.json()))
                        .toList(),
                update -> {
                    handler.accept(update.update().id());
                    return true;
                },
                new DoneMarks(inbox),
                patience);
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
