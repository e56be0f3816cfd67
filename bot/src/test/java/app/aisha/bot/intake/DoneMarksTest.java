package app.aisha.bot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.account.ChatId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DoneMarksTest {

    private final InMemoryInbox inbox = new InMemoryInbox();
    private final DoneMarks marks = new DoneMarks(inbox);

    @Test
    void marksAreWrittenTogether() {
        LongStream.range(0, 1_000).forEach(marks::add);
        assertThat(inbox.marked()).isEmpty();

        assertThat(marks.write()).isTrue();

        assertThat(inbox.marked()).hasSize(1_000);
        assertThat(marks.has(7)).isFalse();
    }

    @Test
    void marksWaitForADatabaseThatIsAway() {
        inbox.setAway(true);
        marks.add(1);

        assertThat(marks.write()).isFalse();
        assertThat(marks.has(1)).isTrue();

        inbox.setAway(false);
        assertThat(marks.write()).isTrue();
        assertThat(inbox.marked()).isEqualTo(Set.of(1L));
    }

    @Test
    void anErrorOfOursIsNotTriedForEver() {
        var broken = new DoneMarks(new BrokenInbox());
        broken.add(1);

        assertThat(broken.write()).isTrue();

        assertThat(broken.has(1)).isFalse();
    }

    @Test
    void withoutMarksTheInboxIsNotAsked() {
        inbox.setAway(true);

        assertThat(marks.write()).isTrue();
    }

    private static final class BrokenInbox implements Inbox {

        private final Inbox inbox = new InMemoryInbox();

        @Override
        public void done(Collection<Long> ids) {
            throw new IllegalStateException("a bug");
        }

        @Override
        public Set<Long> keep(List<? extends Reading> readings) {
            return inbox.keep(readings);
        }

        @Override
        public void quarantine(RawUpdate update, String reason, String incident) {
            inbox.quarantine(update, reason, incident);
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
