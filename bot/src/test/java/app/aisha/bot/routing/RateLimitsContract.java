package app.aisha.bot.routing;

import static app.aisha.bot.routing.RateLimits.Kind.MESSAGE;
import static app.aisha.bot.routing.RateLimits.Kind.RECORDING;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.routing.RateLimits.Kind;
import app.aisha.bot.routing.RateLimits.Limit;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every counter of a person's doings promises while it forgets nothing. */
public interface RateLimitsContract {

    Map<Kind, Limit> THREE_A_MINUTE = Map.of(
            MESSAGE, new Limit(3, Duration.ofMinutes(1)),
            RECORDING, new Limit(1, Duration.ofHours(1)));

    RateLimits limits(Map<Kind, Limit> limits, InstantSource clock);

    /** A clock that stands still until it is moved. */
    final class Clock implements InstantSource {

        private volatile Instant now = Instant.parse("2026-11-23T10:00:00.250Z");

        @Override
        public Instant instant() {
            return now;
        }

        public void advance(Duration step) {
            now = now.plus(step);
        }
    }

    @Test
    default void asManyAsTheLimitSaysAreFree() {
        var limits = limits(THREE_A_MINUTE, new Clock());
        var chat = ChatMemoryContract.someChat();

        assertThat(Stream.generate(() -> limits.count(chat, MESSAGE)).limit(3)).containsOnly(Optional.empty());
    }

    @Test
    default void oneMoreHasToWaitUntilTheFirstLeavesTheWindow() {
        var clock = new Clock();
        var limits = limits(THREE_A_MINUTE, clock);
        var chat = ChatMemoryContract.someChat();
        limits.count(chat, MESSAGE);
        clock.advance(Duration.ofSeconds(20));
        limits.count(chat, MESSAGE);
        limits.count(chat, MESSAGE);

        assertThat(limits.count(chat, MESSAGE)).contains(Duration.ofSeconds(40));
    }

    @Test
    default void afterTheWaitItIsFreeAgain() {
        var clock = new Clock();
        var limits = limits(THREE_A_MINUTE, clock);
        var chat = ChatMemoryContract.someChat();
        limits.count(chat, RECORDING);

        clock.advance(limits.count(chat, RECORDING).orElseThrow());

        assertThat(limits.count(chat, RECORDING)).isEmpty();
    }

    @Test
    default void aMillisecondBeforeTheWaitIsOverItIsNot() {
        var clock = new Clock();
        var limits = limits(THREE_A_MINUTE, clock);
        var chat = ChatMemoryContract.someChat();
        limits.count(chat, RECORDING);

        clock.advance(limits.count(chat, RECORDING).orElseThrow().minusMillis(1));

        assertThat(limits.count(chat, RECORDING)).contains(Duration.ofMillis(1));
    }

    @Test
    default void whatWasRefusedIsNotCounted() {
        var clock = new Clock();
        var limits = limits(THREE_A_MINUTE, clock);
        var chat = ChatMemoryContract.someChat();
        limits.count(chat, RECORDING);
        clock.advance(Duration.ofMinutes(59));
        limits.count(chat, RECORDING);
        clock.advance(Duration.ofMinutes(1));

        assertThat(limits.count(chat, RECORDING)).isEmpty();
    }

    @Test
    default void kindsAreCountedApart() {
        var limits = limits(THREE_A_MINUTE, new Clock());
        var chat = ChatMemoryContract.someChat();
        limits.count(chat, RECORDING);

        assertThat(limits.count(chat, MESSAGE)).isEmpty();
        assertThat(limits.count(chat, RECORDING)).isPresent();
    }

    @Test
    default void peopleAreCountedApart() {
        var limits = limits(THREE_A_MINUTE, new Clock());
        limits.count(ChatMemoryContract.someChat(), RECORDING);

        assertThat(limits.count(ChatMemoryContract.someChat(), RECORDING)).isEmpty();
    }

    @Test
    default void aKindWithoutALimitIsFree() {
        var limits = limits(Map.of(), new Clock());
        var chat = ChatMemoryContract.someChat();

        assertThat(Stream.generate(() -> limits.count(chat, MESSAGE)).limit(100))
                .containsOnly(Optional.empty());
    }

    @Test
    default void ofManyAtOnceNotOneTooManyIsFree() throws Exception {
        var limits = limits(THREE_A_MINUTE, new Clock());
        var chat = ChatMemoryContract.someChat();
        Callable<Boolean> attempt = () -> limits.count(chat, MESSAGE).isEmpty();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var free = threads
                    .invokeAll(Stream.generate(() -> attempt).limit(40).toList())
                    .stream()
                    .filter(Future::resultNow)
                    .count();

            assertThat(free).isEqualTo(3);
        }
    }
}
