package app.aisha.bot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.bot.Eventually;
import app.aisha.core.work.StorageUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupedIntakeTest {

    private final FrontDoor door = new FrontDoor();
    private final List<String> answered = new CopyOnWriteArrayList<>();
    private final Intake intake = new Intake(
            FrontDoor::read,
            door.inbox,
            new InMemoryChatClaims(),
            door.chats,
            new UpdateHandler(door.router, door.inbox),
            asked -> answered.add(asked.query()),
            new Intake.Pace(_ -> {}, Duration.ofSeconds(20), Duration.ofMillis(20)));
    private final GroupedIntake grouped = new GroupedIntake(intake);

    @AfterEach
    void close() {
        grouped.close();
        intake.close();
    }

    @Test
    void whatArrivesTogetherSharesACommit() {
        CompletableFuture<?>[] kept;
        synchronized (door.inbox) {
            kept = IntStream.rangeClosed(1, 150)
                    .mapToObj(i -> grouped.accept(i + "/" + i + "/a"))
                    .toArray(CompletableFuture<?>[]::new);
        }
        CompletableFuture.allOf(kept).join();

        assertThat(door.inbox.batches()).hasSizeLessThan(10);
        assertThat(door.inbox.batches().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(150);
        Eventually.until("all are handled", () -> door.commands.size() == 150);
    }

    /** Whoever holds the twin's lock holds up its commits. */
    @Test
    void whoIsAboutToPayWaitsForNobodysCommit() {
        CompletableFuture<Void> held;
        synchronized (door.inbox) {
            held = grouped.accept("1/7/a");

            assertThat(grouped.accept("2/7/?query")).isCompleted();

            Eventually.until("the question is answered", () -> answered.contains("query"));
            assertThat(door.inbox.batches()).isEmpty();
        }
        held.join();
        Eventually.until("the other is handled", () -> door.times("a") == 1);
    }

    @Test
    void whatCannotBeKeptIsSaidSoAndTheNextIsTried() {
        door.inbox.setAway(true);
        assertThatThrownBy(() -> grouped.accept("1/7/a").join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StorageUnavailable.class);

        door.inbox.setAway(false);

        grouped.accept("1/7/a").join();
        Eventually.until("it is handled", () -> door.times("a") == 1);
    }
}
