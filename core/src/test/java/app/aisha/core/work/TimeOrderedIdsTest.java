package app.aisha.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private final SettableClock clock = new SettableClock();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);

    @Test
    void anIdIsOfVersionSevenAndOfTheUsualVariant() {
        assertThat(Stream.generate(ids::next).limit(100)).allSatisfy(id -> {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
    }

    @Test
    void anIdTellsWhenItWasMade() {
        assertThat(TimeOrderedIds.madeAt(ids.next())).isEqualTo(clock.instant());
    }

    @Test
    void idsOfOneMillisecondKeepTheirOrderAlsoWhenTheCounterIsUsedUp() {
        assertThat(Stream.generate(ids::next).limit(10_000).toList())
                .isSortedAccordingTo(asPostgresOrders())
                .doesNotHaveDuplicates();
    }

    @Test
    void aClockThatIsSetBackDoesNotTurnTheOrderBack() {
        var before = ids.next();
        clock.advance(Duration.ofHours(-1));

        assertThat(ids.next()).usingComparator(asPostgresOrders()).isGreaterThan(before);
    }

    @Test
    void aLaterMomentMakesAGreaterId() {
        var before = ids.next();
        clock.advance(Duration.ofMillis(1));

        assertThat(ids.next()).usingComparator(asPostgresOrders()).isGreaterThan(before);
    }

    @Test
    void manyThreadsNeverGetTheSame() throws Exception {
        Callable<Stream<UUID>> many = () -> Stream.generate(ids::next).limit(1_000).toList().stream();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var made = threads.invokeAll(Stream.generate(() -> many).limit(8).toList()).stream()
                    .flatMap(Future::resultNow)
                    .toList();

            assertThat(new HashSet<>(made)).hasSize(8_000);
        }
    }

    private static Comparator<UUID> asPostgresOrders() {
        return Comparator.comparing(UUID::toString);
    }
}
