package app.aisha.bot.intake;

import static app.aisha.bot.intake.FrontDoor.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.bot.Eventually;
import app.aisha.bot.routing.RecordingChats.Shown;
import app.aisha.core.account.ChatId;
import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private final FrontDoor door = new FrontDoor();
    private final List<Runnable> later = new CopyOnWriteArrayList<>();
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private final InMemoryChatClaims claims = new InMemoryChatClaims();
    private final Intake intake = intake(claims);

    private Intake intake(ChatClaims claims) {
        return new Intake(
                FrontDoor::read,
                door.inbox,
                claims,
                door.chats,
                new UpdateHandler(door.router, door.inbox),
                asked -> answered.add(asked.query()),
                new Intake.Pace(later::add, Duration.ofSeconds(20), Duration.ofMillis(20)));
    }

    @AfterEach
    void close() {
        door.inbox.setAway(false);
        intake.close();
    }

    @Test
    void whatIsAcceptedIsKeptHandledAndMarked() {
        intake.accept(List.of("1/7/a", "2/7/b", "3/8/c"));

        Eventually.until("all are marked", () -> door.inbox.marked().equals(Set.of(1L, 2L, 3L)));
        assertThat(door.commands).containsSubsequence("a", "b").contains("c").hasSize(3);
        assertThat(door.inbox.batches()).containsExactly(3);
    }

    @Test
    void theMalformedIsPutAsideAndHoldsUpNothing() {
        intake.accept(List.of("garbage", "1/7/a", ""));

        Eventually.until("the good one is marked", () -> door.inbox.marked().equals(Set.of(1L)));
        assertThat(door.inbox.malformed()).extracting(Reading.Malformed::json).containsExactly("garbage", "");
    }

    @Test
    void whatComesTwiceIsHandledOnce() {
        intake.accept(List.of("1/7/a", "1/7/a"));
        intake.accept(List.of("1/7/a", "2/7/end"));

        Eventually.until("all are marked", () -> door.inbox.marked().equals(Set.of(1L, 2L)));
        assertThat(door.commands).containsExactly("a", "end");
    }

    @Test
    void whatIsOfNoInterestIsMarkedAndNotHandled() {
        intake.accept(List.of("1/7/"));

        Eventually.until("it is marked", () -> door.inbox.marked().equals(Set.of(1L)));
        assertThat(door.commands).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsNotHandledEither() {
        door.inbox.setAway(true);

        assertThatThrownBy(() -> intake.accept(List.of("1/7/a"))).isInstanceOf(StorageUnavailable.class);

        assertThat(door.commands).isEmpty();
    }

    @Test
    void whoIsAboutToPayIsAnsweredThoughTheirLaneIsBlockedAndTheInboxIsAway() {
        var slow = new CountDownLatch(1);
        door.onCommand(_ -> awaitUninterrupted(slow));
        intake.accept(List.of("1/7/slow"));
        Eventually.until("the lane is blocked", () -> door.times("slow") == 1);
        door.inbox.setAway(true);

        assertThatThrownBy(() -> intake.accept(List.of("2/7/b", "3/7/?first"))).isInstanceOf(StorageUnavailable.class);
        intake.accept(List.of("4/7/?second"));

        Eventually.until("both questions are answered", () -> answered.containsAll(List.of("first", "second")));
        door.inbox.setAway(false);
        slow.countDown();
        Eventually.until("the lane goes on", () -> door.inbox.marked().contains(1L));
        assertThat(door.inbox.waiting(Duration.ZERO)).isEmpty();
    }

    @Test
    void whatAnEarlierRunLeftIsTakenUpInItsOrder() {
        door.inbox.keep(List.of(understood("2/7/b"), understood("1/7/a")));

        intake.resume();

        Eventually.until("both are marked", () -> door.inbox.marked().equals(Set.of(1L, 2L)));
        assertThat(door.commands).containsExactly("a", "b");
    }

    /** What an earlier version of the program understood and this one does not. */
    @Test
    void whatIsNoLongerUnderstoodIsMarked() {
        var sender = understood("1/7/a").incoming();
        door.inbox.keep(List.of(new Reading.Understood(new RawUpdate(1, "odd"), sender), understood("2/7/b")));

        intake.resume();

        Eventually.until("both are marked", () -> door.inbox.marked().equals(Set.of(1L, 2L)));
        assertThat(door.commands).containsExactly("b");
    }

    @Test
    void twoInstancesHandleTheUpdatesOfAChatInTheirOrderAndOnce() {
        try (var other = intake(claims.another())) {
            var instances = List.of(intake, other);
            IntStream.range(1, 201)
                    .forEach(id -> instances.get(id / 3 % 2).accept(List.of("%d/%d/%d".formatted(id, id % 3, id))));

            Eventually.until("all are marked", () -> door.inbox.marked().size() == 200);
        }
        assertThat(door.commands).hasSize(200).doesNotHaveDuplicates();
        for (var chat = 0; chat < 3; chat++) {
            var own = chat;
            assertThat(door.commands.stream().map(Integer::valueOf).filter(id -> id % 3 == own))
                    .isSorted();
        }
    }

    @Test
    void whatAnInstanceThatDiedLeftIsTakenUpByTheOther() {
        var dead = claims.another();
        door.inbox.keep(List.of(understood("1/7/a"), understood("2/7/b")));
        dead.claim(new ChatId(7));
        intake.resume();
        intake.accept(List.of("3/7/c"));
        assertThat(door.commands).isEmpty();

        dead.lose();

        Eventually.until("all are marked", () -> door.inbox.marked().size() == 3);
        assertThat(door.commands).containsExactly("a", "b", "c");
    }

    @Test
    void poisonIsPutAsideAndTheNextUpdateOfItsChatIsHandled() {
        door.onCommand(command -> {
            if (command.equals("poison")) {
                throw new IllegalStateException("a bug");
            }
        });

        intake.accept(List.of("1/7/poison", "2/7/b"));

        Eventually.until("both are marked", () -> door.inbox.marked().equals(Set.of(1L, 2L)));
        assertThat(door.inbox.quarantined()).hasSize(1);
        assertThat(door.times("b")).isEqualTo(1);
    }

    @Test
    void aTapWhoseDialogIsSlowIsAnsweredWithoutItsToast() throws Exception {
        var slow = new CountDownLatch(1);
        door.onCommand(_ -> awaitUninterrupted(slow));
        intake.accept(List.of("1/7/slow", "2/7/!menu"));
        assertThat(later).hasSize(1);

        later.getFirst().run();

        assertThat(door.chats.shown()).containsExactly(new Shown.Answered("query2", Optional.empty()));
        slow.countDown();
        Eventually.until("both are marked", () -> door.inbox.marked().equals(Set.of(1L, 2L)));
    }

    @Test
    void closingEndsWhatIsBeingHandledMarksItAndLeavesTheRest() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        door.onCommand(_ -> {
            begun.countDown();
            awaitUninterrupted(go);
        });
        intake.accept(List.of("1/7/a", "2/7/b"));
        begun.await();

        var closing = Thread.ofVirtual().start(intake::close);
        Eventually.until("new ones wait for the next run", () -> {
            intake.accept(List.of("3/9/c"));
            return closing.getState() == Thread.State.WAITING || closing.getState() == Thread.State.TIMED_WAITING;
        });
        go.countDown();
        closing.join();

        assertThat(door.inbox.marked()).contains(1L).doesNotContain(2L);
        assertThat(door.inbox.open(new ChatId(7))).extracting(RawUpdate::id).contains(2L);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
