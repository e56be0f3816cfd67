package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.telegram.BotServer.Answer;
import app.aisha.adapters.telegram.BotServer.Call;
import app.aisha.core.work.StorageUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LongPollingTest {

    private static final int PATIENCE_SECONDS = 20;

    private final List<List<String>> kept = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
    private final BlockingQueue<Answer> script = new LinkedBlockingQueue<>();
    private final CountDownLatch scriptIsOver = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T00:00:00Z"));
    private BotServer server;

    @BeforeEach
    void start() throws IOException {
        server = new BotServer().answering(this::next);
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.close();
    }

    /** The scripted answers one by one, then a long poll that brings nothing. */
    private Answer next(Call call) {
        var answer = script.poll();
        if (answer != null) {
            return answer;
        }
        scriptIsOver.countDown();
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Answer.result("[]");
    }

    private LongPolling polling(URI root, Consumer<List<String>> intake) {
        return new LongPolling(BotServer.apiOf(root), intake, new ScriptedTurn(), now::get, pauses::add);
    }

    /** Plays the answers; what the polls asked for is then in {@link #offsets()}. */
    private LongPolling played(Consumer<List<String>> intake, Answer... answers) throws InterruptedException {
        script.addAll(Arrays.asList(answers));
        try (var polling = polling(server.root(), intake)) {
            polling.start();
            assertThat(scriptIsOver.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            return polling;
        }
    }

    private static Answer updates(String... updates) {
        return Answer.result("[" + String.join(",", updates) + "]");
    }

    private static String update(long id) {
        return "{\"update_id\":" + id + "}";
    }

    private List<Long> offsets() {
        return server.calls().stream()
                .map(call -> Long.valueOf(call.form().get("offset")))
                .toList();
    }

    @Test
    void everyPollSaysWhatAishaListensTo() throws InterruptedException {
        played(kept::add, updates(update(7)));

        assertThat(server.calls())
                .allSatisfy(call -> assertThat(call.form())
                        .containsEntry("timeout", "50")
                        .containsEntry("limit", "100")
                        .containsEntry(
                                "allowed_updates",
                                "[\"message\",\"callback_query\",\"my_chat_member\",\"pre_checkout_query\"]"));
    }

    @Test
    void aBatchIsConfirmedByTheNextPollOnceItIsKept() throws InterruptedException {
        played(kept::add, updates(update(7), update(9)), updates(update(10)));

        assertThat(kept).containsExactly(List.of(update(7), update(9)), List.of(update(10)));
        assertThat(offsets()).containsExactly(0L, 10L, 11L);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aBatchThatIsNotKeptIsAskedForAgain() throws InterruptedException {
        var failures = new ArrayList<>(List.of(
                new StorageUnavailable("away", new IOException()),
                new IllegalStateException("a bug"),
                new IllegalStateException("the same bug")));
        played(
                batch -> {
                    if (!failures.isEmpty()) {
                        throw failures.removeFirst();
                    }
                    kept.add(batch);
                },
                updates(update(7)),
                updates(update(7)),
                updates(update(7)),
                updates(update(7)));

        assertThat(offsets()).containsExactly(0L, 0L, 0L, 0L, 8L);
        assertThat(kept).containsExactly(List.of(update(7)));
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aPoisonedUpdateIsHandedOverLikeAnyOtherAndHoldsNothingUp() throws InterruptedException {
        var poison = List.of(
                "{\"update_id\":8,\"message\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                "{\"update_id\":9,\"message\":{\"date\":1e1000000}}",
                "{\"update_id\":1e1000000}",
                "{\"update_id\":9223372036854775807}",
                "{\"update_id\":[]}",
                "[]",
                "null",
                "\"\\ud800\"",
                "{\"message\":{}}");
        var all = new ArrayList<>(poison);
        all.addFirst(update(7));
        all.add(update(10));

        played(kept::add, updates(all.toArray(String[]::new)));

        assertThat(kept).containsExactly(all);
        assertThat(offsets()).containsExactly(0L, 11L);
    }

    @Test
    void updatesWithoutAUsableNumberConfirmNothing() throws InterruptedException {
        played(kept::add, updates(update(7)), updates("{\"x\":1}", "{}"), updates(update(10)));

        assertThat(offsets()).containsExactly(0L, 8L, 8L, 11L);
    }

    @Test
    void anUpdateWithoutAUsableNumberBeforeAnyOtherIsAskedForAtABrake() throws InterruptedException {
        played(kept::add, updates("{}"), updates("{}"), updates("{}"), updates(update(5)));

        assertThat(offsets()).containsExactly(0L, 0L, 0L, 0L, 6L);
        assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(100));
    }

    @Test
    void aServerThatDoesNotWaitIsNotHammered() throws InterruptedException {
        played(kept::add, updates(), updates());

        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofMillis(500));
    }

    @Test
    void pausesGrowWithEveryTroubleInARowUpToHalfAMinute() throws InterruptedException {
        var refusals = Collections.nCopies(9, Answer.refusal(401, "Unauthorized"));
        played(kept::add, refusals.toArray(Answer[]::new));

        assertThat(pauses.stream().map(Duration::toMillis))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L);
    }

    @Test
    void aPauseTheServerAsksForIsObeyed() throws InterruptedException {
        var asked = "{'ok':false,'error_code':429,'description':'Wait','parameters':{'retry_after':77}}";
        played(kept::add, Answer.of(429, asked.replace('\'', '"')), updates(update(1)));

        assertThat(pauses).containsExactly(Duration.ofSeconds(77));
        assertThat(offsets()).containsExactly(0L, 0L, 2L);
    }

    @Test
    void anotherPollerIsGivenSomeSeconds() throws InterruptedException {
        played(kept::add, Answer.refusal(409, "Conflict: terminated by other getUpdates request"), updates(update(1)));

        assertThat(pauses).containsExactly(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500|{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error\"}",
                "502|<html>Bad Gateway</html>",
                "200|<html>a captive portal</html>",
                "200|''",
                "200|{\"ok\":false}",
                "200|{\"ok\":true,\"result\":true}",
                "200|{\"ok\":true,\"result\":[{\"update_id\":3}",
                "200|[]"
            })
    void troubleIsSatOutAndPollingGoesOn(int status, String body) throws InterruptedException {
        played(kept::add, Answer.of(status, body), updates(update(1)));

        assertThat(pauses).containsExactly(Duration.ofMillis(500));
        assertThat(kept).containsExactly(List.of(update(1)));
    }

    @Test
    void aServerThatIsAwayIsTriedAgain() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (var polling = polling(URI.create("http://127.0.0.1:" + port), kept::add)) {
            polling.start();
            for (var millis : List.of(500, 1_000)) {
                assertThat(pauses.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).hasMillis(millis);
            }
        }
    }

    @Test
    void theLastSuccessIsTheLastPollWhoseBatchWasKept() throws InterruptedException {
        var begin = now.get();
        var polling = played(
                batch -> {
                    now.updateAndGet(moment -> moment.plusSeconds(60));
                    if (batch.contains(update(8))) {
                        throw new StorageUnavailable("away", new IOException());
                    }
                },
                updates(update(7)),
                updates(update(8)));

        assertThat(polling.lastSuccess()).isEqualTo(begin.plusSeconds(60));
        assertThat(polling(server.root(), kept::add).lastSuccess()).isEqualTo(begin.plusSeconds(120));
    }

    @Test
    void closingEndsAPollUnderWay() throws Exception {
        var polling = polling(server.root(), kept::add);
        polling.start();
        assertThat(scriptIsOver.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        polling.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("long-polling"));
        assertThat(server.calls()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void closingWhatNeverStartedDoesNothing(int times) {
        var polling = polling(server.root(), kept::add);
        IntStream.range(0, times).forEach(_ -> polling.close());
        assertThat(server.calls()).isEmpty();
    }
}
