package app.aisha.bot.intake;

import static app.aisha.bot.intake.FrontDoor.understood;
import static app.aisha.bot.intake.LaneStage.ANNA;
import static app.aisha.bot.intake.LaneStage.DILNARA;
import static app.aisha.bot.intake.LaneStage.awaitUninterrupted;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Eventually;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lanes beside those of another instance. */
class ClaimedLanesTest {

    private final LaneStage stage = new LaneStage();
    private final List<Long> handled = stage.handled;
    private final InMemoryInbox inbox = stage.inbox;
    private final InMemoryChatClaims claims = stage.claims;
    private final InMemoryChatClaims elsewhere = stage.elsewhere;

    @Test
    void aChatThatAnotherInstanceHasWaits() {
        elsewhere.claim(DILNARA);
        try (var lanes = stage.lanes(handled::add)) {
            stage.enter(lanes, DILNARA, 1);
            stage.enter(lanes, ANNA, 2);
            Eventually.until("who is not claimed is handled", () -> handled.contains(2L));
            assertThat(handled).containsExactly(2L);

            elsewhere.release(List.of(DILNARA));

            Eventually.until("then the other too", () -> handled.contains(1L));
        }
    }

    @Test
    void whatTheOtherInstanceDidMeanwhileIsNotDoneAgainAndWhatItLeftIs() {
        elsewhere.claim(DILNARA);
        try (var lanes = stage.lanes(handled::add)) {
            inbox.keep(List.of(understood("1/7/older"), understood("2/7/also older")));
            stage.enter(lanes, DILNARA, 3);
            stage.enter(lanes, DILNARA, 4);
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
        try (var lanes = stage.lanes(i -> {
            begun.countDown();
            awaitUninterrupted(go);
            handled.add(i);
        })) {
            stage.enter(lanes, DILNARA, 1);
            begun.await();
            inbox.keep(List.of(understood("2/7/kept elsewhere")));
            stage.enter(lanes, DILNARA, 3);
            go.countDown();

            Eventually.until("all are handled", () -> handled.size() == 3);
            assertThat(handled).isSorted();
        }
    }

    @Test
    void theChatIsGivenBackWhenAllIsMarkedAndNotBefore() {
        try (var lanes = stage.lanes(i -> {
            inbox.setAway(true);
            handled.add(i);
        })) {
            stage.enter(lanes, DILNARA, 1);
            Eventually.until("it is handled", () -> handled.size() == 1);
            assertThat(elsewhere.claim(DILNARA)).isFalse();

            inbox.setAway(false);

            Eventually.until("the chat is free", () -> elsewhere.claim(DILNARA));
            assertThat(inbox.marked()).containsExactly(1L);
        }
    }

    /** The marks of an update may be written between the look at what is open and the look at what is told. */
    @Test
    void whatIsMarkedWhileTheNextIsReadIsNotHandledAgain() {
        try (var lanes = stage.reading((chat, most) -> {
            var open = stage.open(chat, most);
            stage.marks.write();
            return open;
        })) {
            for (var i = 1; i <= 50; i++) {
                stage.enter(lanes, DILNARA, i);
            }

            Eventually.until("all are handled", () -> handled.contains(50L));
        }
        assertThat(handled).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aBacklogOfOneChatIsHandledAPageAtATimeAndInOrder() {
        var updates = IntStream.range(0, 1_000)
                .mapToObj(i -> understood("%d/7/x".formatted(i)))
                .toList();
        inbox.keep(updates);
        try (var lanes = stage.lanes(handled::add)) {
            updates.reversed().forEach(update -> lanes.enter(DILNARA, update));

            Eventually.until("all are handled", () -> handled.size() >= 1_000);
        }
        assertThat(handled).hasSize(1_000).isSorted();
    }

    @Test
    void anErrorWhileReadingLeavesALaneThatGoesOn() {
        var errors = new AtomicInteger(1);
        try (var lanes = stage.reading((chat, most) -> {
            if (errors.getAndDecrement() > 0) {
                throw new OutOfMemoryError("for once");
            }
            return stage.open(chat, most);
        })) {
            stage.enter(lanes, DILNARA, 1);

            Eventually.until("it is handled", () -> handled.equals(List.of(1L)));
        }
    }

    @Test
    void aClaimThatIsLostIsNotBelievedInAnyMore() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var lanes = stage.lanes(i -> {
            begun.countDown();
            awaitUninterrupted(go);
            handled.add(i);
        })) {
            List.of(1, 2).forEach(i -> stage.enter(lanes, DILNARA, i));
            begun.await();

            claims.lose();
            elsewhere.claim(DILNARA);
            inbox.done(List.of(2L));
            go.countDown();
            Eventually.until("what was begun is marked", () -> inbox.marked().contains(1L));
            elsewhere.release(List.of(DILNARA));
            stage.enter(lanes, DILNARA, 3);

            Eventually.until("the next is handled", () -> handled.contains(3L));
            assertThat(handled).containsExactly(1L, 3L);
        }
    }

    @Test
    void aChatThatNobodyLooksAfterIsVisitedAndOneThatSomebodyDoesIsNot() {
        inbox.keep(List.of(understood("1/7/left"), understood("2/8/not left")));
        elsewhere.claim(ANNA);
        try (var lanes = stage.lanes(handled::add)) {
            List.of(DILNARA, ANNA).forEach(lanes::visit);

            Eventually.until("what was left is handled", () -> handled.contains(1L));
        }
        assertThat(handled).containsExactly(1L);
    }
}
