package app.aisha.bot.intake;

import static app.aisha.bot.intake.FrontDoor.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.account.ChatId;
import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UpdateHandlerTest {

    private final FrontDoor door = new FrontDoor();
    private final UpdateHandler handler = new UpdateHandler(door.router, door.inbox);

    @Test
    void whatGoesWellIsDoneOnce() {
        assertThat(handler.handle(understood("1/7/hello"))).isTrue();

        assertThat(door.times("hello")).isEqualTo(1);
        assertThat(door.chats.shown()).hasSize(1);
    }

    @Test
    void whatFailsThreeTimesIsPutAsideAndItsSenderGetsTheIncident() {
        door.onCommand(_ -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(handler.handle(understood("1/7/poison"))).isTrue();

        assertThat(door.times("poison")).isEqualTo(3);
        assertThat(door.inbox.quarantined()).singleElement().satisfies(aside -> {
            assertThat(aside.update()).isEqualTo(new RawUpdate(1, "1/7/poison"));
            assertThat(aside.reason()).isEqualTo("java.lang.IllegalStateException");
            assertThat(door.apologies()).containsExactly(aside.incident());
        });
    }

    @Test
    void whatSucceedsAtTheThirdTryIsNotPutAside() {
        var failures = new AtomicInteger(2);
        door.onCommand(_ -> {
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("taken over by another worker");
            }
        });

        assertThat(handler.handle(understood("1/7/shaky"))).isTrue();

        assertThat(door.inbox.quarantined()).isEmpty();
        assertThat(door.chats.shown()).hasSize(1);
    }

    @Test
    void whileTheDatabaseIsAwayTheUpdateIsLeftToWait() {
        door.onCommand(_ -> {
            throw new StorageUnavailable("away", new IllegalStateException());
        });

        assertThatThrownBy(() -> handler.handle(understood("1/7/patience"))).isInstanceOf(StorageUnavailable.class);

        assertThat(door.times("patience")).isEqualTo(1);
        assertThat(door.inbox.quarantined()).isEmpty();
    }

    @Test
    void whatOverflowsTheStackIsPutAsideLikeAnyOther() {
        door.onCommand(_ -> {
            throw new StackOverflowError();
        });

        assertThat(handler.handle(understood("1/7/deep"))).isTrue();

        assertThat(door.inbox.quarantined())
                .singleElement()
                .satisfies(aside -> assertThat(aside.reason()).isEqualTo("java.lang.StackOverflowError"));
    }

    /** The database goes away between the quarantine and the apology, and everything is tried once more. */
    @Test
    void theIncidentAPersonIsToldIsTheOneThatWasStored() {
        var away = new AtomicBoolean(true);
        door.onCommand(_ -> {
            throw new IllegalStateException("a bug");
        });
        var flickering = new UpdateHandler(door.router, new InboxThatFailsAfterwards(door.inbox, away));

        assertThatThrownBy(() -> flickering.handle(understood("1/7/poison"))).isInstanceOf(StorageUnavailable.class);
        assertThat(flickering.handle(understood("1/7/poison"))).isTrue();

        assertThat(door.times("poison")).isEqualTo(6);
        assertThat(door.apologies())
                .containsExactly(door.inbox.quarantined().getFirst().incident());
    }

    @Test
    void aChatThatTakesNothingIsNotHeldUp() {
        door.chats.setUnavailable(true);

        assertThat(handler.handle(understood("1/7/hello"))).isTrue();

        assertThat(door.times("hello")).isEqualTo(1);
        assertThat(door.inbox.quarantined()).isEmpty();
    }

    @Test
    void anApologyThatCannotBeSentIsNoSecondIncident() {
        door.chats.setUnavailable(true);
        door.onCommand(_ -> {
            throw new IllegalStateException("a bug");
        });

        assertThat(handler.handle(understood("1/7/poison"))).isTrue();

        assertThat(door.inbox.quarantined()).hasSize(1);
    }

    /** The program is closing and the answer was on its way: the next run has to give it. */
    @Test
    void anInterruptWhileAnsweringLeavesTheUpdateForTheNextRun() throws Exception {
        var done = new AtomicBoolean(true);
        door.chats.setUnavailable(true);
        door.onCommand(_ -> Thread.currentThread().interrupt());

        Thread.ofVirtual()
                .start(() -> done.set(handler.handle(understood("1/7/cut"))))
                .join();

        assertThat(done).isFalse();
    }

    private record InboxThatFailsAfterwards(Inbox inbox, AtomicBoolean away) implements Inbox {

        @Override
        public void quarantine(RawUpdate update, String reason, String incident) {
            inbox.quarantine(update, reason, incident);
            if (away.getAndSet(false)) {
                throw new StorageUnavailable("away", new IllegalStateException());
            }
        }

        @Override
        public Set<Long> keep(List<? extends Reading> readings) {
            return inbox.keep(readings);
        }

        @Override
        public void done(Collection<Long> ids) {
            inbox.done(ids);
        }

        @Override
        public List<RawUpdate> open(ChatId chat) {
            return inbox.open(chat);
        }

        @Override
        public Set<ChatId> waiting(Duration age) {
            return inbox.waiting(age);
        }
    }
}
