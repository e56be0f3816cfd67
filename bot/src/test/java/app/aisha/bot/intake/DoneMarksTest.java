package app.aisha.bot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.Eventually;
import app.aisha.core.work.StorageUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DoneMarksTest {

    /** Keeps the batches of marks; throws what it is told to, once. */
    private static final class Marked implements Inbox {

        private final List<Collection<Long>> batches = new ArrayList<>();
        private final List<RuntimeException> troubles = new ArrayList<>();

        @Override
        public synchronized void done(Collection<Long> ids) {
            if (!troubles.isEmpty()) {
                throw troubles.removeFirst();
            }
            batches.add(List.copyOf(ids));
        }

        synchronized List<Long> all() {
            return batches.stream().flatMap(Collection::stream).toList();
        }

        @Override
        public Set<Long> keep(List<RawUpdate> updates, List<Reading.Malformed> malformed) {
            return Set.of();
        }

        @Override
        public void quarantine(RawUpdate update, String reason, String incident) {}

        @Override
        public List<RawUpdate> open() {
            return List.of();
        }
    }

    private final Marked inbox = new Marked();

    @Test
    void marksOfTheSameMomentShareACommit() {
        try (var marks = new DoneMarks(inbox)) {
            LongStream.range(0, 1_000).forEach(marks::add);

            Eventually.until("all are written", () -> inbox.all().size() == 1_000);
            assertThat(inbox.batches).hasSizeLessThan(100);
        }
    }

    @Test
    void closingWritesWhatIsPending() {
        for (var round = 0; round < 20; round++) {
            var marks = new DoneMarks(inbox);
            marks.add(round);
            Thread.onSpinWait();

            marks.close();
        }

        assertThat(inbox.all()).hasSize(20);
    }

    @Test
    void marksWaitForADatabaseThatIsAway() {
        inbox.troubles.add(new StorageUnavailable("away", new IllegalStateException()));
        try (var marks = new DoneMarks(inbox)) {
            marks.add(1);

            Eventually.until("it is written", () -> inbox.all().equals(List.of(1L)));
        }
    }

    @Test
    void anErrorOfOursDoesNotStopTheMarking() {
        inbox.troubles.add(new IllegalStateException("a bug"));
        try (var marks = new DoneMarks(inbox)) {
            marks.add(1);
            Eventually.until("the error was met", () -> {
                synchronized (inbox) {
                    return inbox.troubles.isEmpty();
                }
            });
            marks.add(2);

            Eventually.until("the next is written", () -> inbox.all().equals(List.of(2L)));
        }
    }
}
