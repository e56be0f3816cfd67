package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.adapters.telegram.BotServer.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose turn it is to poll, where Telegram does not answer. */
class PollingTurnTest {

    private static final int PATIENCE_SECONDS = 20;
    private static final Duration STAND_BY = Duration.ofSeconds(1);

    private final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T00:00:00Z"));
    private final ScriptedTurn turn = new ScriptedTurn();
    private BotServer server;
    private LongPolling polling;

    @BeforeEach
    void start() throws IOException {
        server = new BotServer().answering(_ -> Answer.of(502, ""));
        polling = new LongPolling(BotServer.apiOf(server.root()), _ -> {}, turn, now::get, pauses::add);
    }

    @AfterEach
    void stop() {
        polling.close();
        server.close();
    }

    private Duration pause() throws InterruptedException {
        return pauses.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void whileItIsAnothersNobodyIsAskedAndAllIsWell() throws InterruptedException {
        turn.ours = false;
        turn.anothers = true;
        now.set(now.get().plusSeconds(600));

        polling.start();

        assertThat(pause()).isEqualTo(STAND_BY);
        assertThat(polling.lastSuccess()).isEqualTo(now.get());
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void whileItIsNobodysAllIsNotWell() throws InterruptedException {
        turn.ours = false;
        var before = now.get();
        now.set(before.plusSeconds(600));

        polling.start();

        assertThat(pause()).isEqualTo(STAND_BY);
        assertThat(polling.lastSuccess()).isEqualTo(before);
    }

    @Test
    void whoHasHadNoUpdatesForLongLetsAnotherTry() throws InterruptedException {
        now.set(now.get().plusSeconds(301));

        polling.start();

        assertThat(pause()).isNotNull();
        assertThat(turn.passes.get()).isPositive();
    }

    @Test
    void aTroubleOrTwoIsNoReasonForThat() throws InterruptedException {
        polling.start();

        assertThat(pause()).isNotNull();
        assertThat(pause()).isNotNull();
        assertThat(turn.passes).hasValue(0);
    }
}
