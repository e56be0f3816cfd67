package app.aisha.adapters.redis;

import static app.aisha.bot.routing.RateLimits.Kind.RECORDING;
import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.routing.RateLimits.Limit;
import app.aisha.bot.routing.RateLimitsContract.Clock;
import app.aisha.core.account.ChatId;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A Redis that is away costs memory and limits, never an error. */
class RedisAwayTest {

    private static final ChatId CHAT = new ChatId(7);

    private final Redis redis = new Redis();

    @Test
    void withoutARedisNothingIsAwaitedAndNobodyIsLimited() {
        try (var link = redis.link()) {
            assertNothingIsKept(link);
        }
    }

    @Test
    void aRedisThatNeverAnswersIsNotWaitedFor() throws Exception {
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var link = new RedisLink(
                        URI.create("redis://127.0.0.1:" + silent.getLocalPort()), InstantSource.system())) {
            assertNothingIsKept(link);
        }
    }

    private static void assertNothingIsKept(RedisLink link) {
        var memory = new RedisChatMemory(link);
        var limits =
                new RedisRateLimits(link, Map.of(RECORDING, new Limit(1, Duration.ofHours(1))), InstantSource.system());

        memory.remember(CHAT, "step");
        memory.forget(CHAT);

        assertThat(memory.awaited(CHAT)).isEmpty();
        assertThat(limits.count(CHAT, RECORDING)).isEmpty();
        assertThat(limits.count(CHAT, RECORDING)).isEmpty();
    }

    @Test
    void everyQuestionIsToldOf() {
        var replies = new ArrayList<RedisLink.Reply>();
        redis.start();
        try (var link = new RedisLink(redis.uri(), InstantSource.system(), (reply, _) -> replies.add(reply))) {
            assertThat(link.answers()).isTrue();
            redis.stop();
            await(() -> !link.answers());
            assertThat(link.answers()).isFalse();
        } finally {
            redis.stop();
        }

        assertThat(replies.getFirst()).isEqualTo(RedisLink.Reply.ANSWERED);
        assertThat(replies).contains(RedisLink.Reply.FAILED).last().isEqualTo(RedisLink.Reply.SPARED);
    }

    @Test
    void aRedisThatComesLateIsFound() {
        try (var link = redis.link()) {
            var memory = new RedisChatMemory(link);
            memory.remember(CHAT, "lost");

            redis.start();
            await(() -> remembers(memory, "kept"));
        } finally {
            redis.stop();
        }
    }

    @Test
    void aRedisThatWentAwayIsFoundAgain() {
        redis.start();
        try (var link = redis.link()) {
            var memory = new RedisChatMemory(link);
            assertThat(remembers(memory, "before")).isTrue();

            redis.stop();
            memory.remember(CHAT, "lost");
            assertThat(memory.awaited(CHAT)).isEmpty();

            redis.start();
            await(() -> remembers(memory, "after"));
        } finally {
            redis.stop();
        }
    }

    @Test
    void aRefusedCommandDoesNotSilenceTheOthers() {
        redis.start();
        try (var link = new RedisLink(redis.uri(), new Clock())) {
            link.ask(commands -> commands.set("aisha:list", "not a list"));

            assertThat(link.ask(commands -> commands.llen("aisha:list"))).isEmpty();
            assertThat(link.ask(commands -> commands.get("aisha:list"))).contains("not a list");
        } finally {
            redis.stop();
        }
    }

    private static boolean remembers(RedisChatMemory memory, String step) {
        memory.remember(CHAT, step);
        return memory.awaited(CHAT).filter(step::equals).isPresent();
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
