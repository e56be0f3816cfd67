package app.aisha.bot.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every inbox promises. */
public interface InboxContract {

    /** The inbox under test; others may have put updates into it. */
    Inbox inbox();

    /** An update no other test has used. */
    static RawUpdate someUpdate() {
        var id = new SecureRandom().nextLong(1L << 52);
        return new RawUpdate(id, "{\"update_id\":%d,\"text\":\"Привет 🎧 \\u0000 'x'\"}".formatted(id));
    }

    @Test
    default void anUpdateIsNewOnceAndOpenUntilItIsDone() {
        var update = someUpdate();

        assertThat(inbox().keep(List.of(update), List.of())).containsExactly(update.id());
        assertThat(inbox().keep(List.of(update), List.of())).isEmpty();
        assertThat(inbox().open()).contains(update);

        inbox().done(List.of(update.id()));

        assertThat(inbox().open()).doesNotContain(update);
        assertThat(inbox().keep(List.of(update), List.of())).isEmpty();
        assertThat(inbox().open()).doesNotContain(update);
    }

    @Test
    default void fiveTimesAtOnceItIsNewOnce() throws Exception {
        var update = someUpdate();
        Callable<Set<Long>> keep = () -> inbox().keep(List.of(update), List.of());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Stream.generate(() -> keep).limit(5).toList()).stream()
                            .map(Future::resultNow)
                            .filter(fresh -> !fresh.isEmpty()))
                    .containsExactly(Set.of(update.id()));
        }
    }

    @Test
    default void twiceInOneBatchItIsNewOnce() {
        var update = someUpdate();

        assertThat(inbox().keep(List.of(update, update), List.of())).containsExactly(update.id());
    }

    @Test
    default void whatIsOpenComesInTheOrderOfItsIds() {
        var base = someUpdate().id();
        var updates = LongStream.of(3, 1, 2)
                .mapToObj(i -> new RawUpdate(base + i, "{}"))
                .toList();

        inbox().keep(updates, List.of());

        assertThat(inbox().open()).containsSubsequence(updates.get(1), updates.get(2), updates.get(0));
    }

    @Test
    default void aBatchMayBeLarge() {
        var base = someUpdate().id();
        var updates = LongStream.range(0, 2_000)
                .mapToObj(i -> new RawUpdate(base + i, "{}"))
                .toList();

        assertThat(inbox().keep(updates, List.of())).hasSize(2_000);

        inbox().done(updates.stream().map(RawUpdate::id).toList());
        assertThat(inbox().open()).doesNotContainAnyElementsOf(updates);
    }

    @Test
    default void anUpdateInQuarantineCountsAsDoneAlsoTheSecondTime() {
        var update = someUpdate();
        inbox().keep(List.of(update), List.of());

        inbox().quarantine(update, "java.lang.IllegalStateException", "0a1b2c3d");
        inbox().quarantine(update, "java.lang.IllegalStateException", "0a1b2c3d");

        assertThat(inbox().open()).doesNotContain(update);
        assertThat(inbox().keep(List.of(update), List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{\"a\":\"\0\"}", "\ud83d lone", "lone \udc00", "{}"})
    default void theMalformedIsKeptAsideWhateverItHoldsAndHowOftenItComes(String json) {
        var good = someUpdate();
        var bad = new Reading.Malformed(json, "no update");

        assertThat(inbox().keep(List.of(good), List.of(bad, bad))).containsExactly(good.id());
        assertThatCode(() -> inbox().keep(List.of(), List.of(bad))).doesNotThrowAnyException();
    }

    @Test
    default void nothingToKeepIsNothingNew() {
        assertThat(inbox().keep(List.of(), List.of())).isEmpty();
    }

    @Test
    default void markingTheUnknownOrNothingIsHarmless() {
        assertThatCode(() -> {
                    inbox().done(List.of(someUpdate().id()));
                    inbox().done(List.of());
                })
                .doesNotThrowAnyException();
    }
}
